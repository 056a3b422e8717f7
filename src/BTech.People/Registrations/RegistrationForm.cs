using System.Text;
using BTech.Languages;
using BTech.People.Invitations;

namespace BTech.People.Registrations;

/// <summary>What somebody says of themselves who asks to take part.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Role">Title or function.</param>
/// <param name="Organisation">The organisation; nothing for somebody in a personal capacity.</param>
/// <param name="GroupLabel">Label of the group.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Language">Code of the language of letters.</param>
public sealed record RegistrationForm(string Name, string Role, string? Organisation, string GroupLabel, string Email, string Language)
{
    /// <summary>The longest name, role or organisation, as in an import.</summary>
    public const int MostCharacters = 200;

    /// <summary>Whether a text can be a name: it is there, short enough, and holds nothing that turns or breaks what stands around it.</summary>
    public static bool IsName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MostCharacters && UnicodeForm.IsWhole(text) && !text.Any(InviteeFile.Unshowable);

    /// <summary>Whether a text is a mail address of the internet; the same rule as in an import.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= 254 } && UnicodeForm.IsWhole(text) && !text.Any(InviteeFile.Unshowable) && InviteeFile.IsAddress(text);

    internal static string Kept(string text) => text.Trim().Normalize(NormalizationForm.FormC);
}

/// <summary>A request whose address is confirmed, as an administrator decides on it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Form">What was typed.</param>
/// <param name="LikelyTwin">An organisation on the list that may be the same under another name; nothing when there is none.</param>
public sealed record WaitingRegistration(Guid Id, RegistrationForm Form, string? LikelyTwin);

/// <summary>What became of a decision.</summary>
public enum RegistrationOutcome
{
    /// <summary>It stands.</summary>
    Done = 1,

    /// <summary>There is no such request any more: somebody else has decided, or the round is closed.</summary>
    Gone = 2,

    /// <summary>The address was invited meanwhile; the request is forgotten.</summary>
    AlreadyInvited = 3,

    /// <summary>The round counts organisations, and none is named.</summary>
    OrganisationMissing = 4,

    /// <summary>The round counts organisations, and this one has its link already. The request still waits.</summary>
    OrganisationInvited = 5,
}
