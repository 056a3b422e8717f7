using BTech.Languages;

namespace BTech.Web.Mail;

/// <summary>What stands on a printed card: the same as in the letter, with a code to type in place of the link.</summary>
/// <param name="Language">The language of the card.</param>
/// <param name="Title">What is being consulted on.</param>
/// <param name="Before">The lines above the code.</param>
/// <param name="Code">The code in groups.</param>
/// <param name="After">The lines below it.</param>
public sealed record InvitationCard(Language Language, string Title, IReadOnlyList<string> Before, string Code, IReadOnlyList<string> After);
