using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Web.Crossings;

/// <summary>How handing in a letter ended. None of the answers depends on what lies in the box.</summary>
public enum HandedIn
{
    /// <summary>It lies in the box, as sent.</summary>
    Accepted,

    /// <summary>The room that is kept for letters is taken by those handed in before, or one part is too long.</summary>
    NoRoom,

    /// <summary>A text holds something that cannot be stored.</summary>
    Unreadable,

    /// <summary>The boxes are being mixed: try again.</summary>
    Busy,

    /// <summary>There is no box for it, or the window takes nothing any more.</summary>
    NotThere,
}

/// <summary>A letter as it is typed in.</summary>
/// <param name="Id">Version 4 id, made with the form.</param>
/// <param name="Parts">Its words by focus area; number 0 for the paper as a whole.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Permission">Name of what may be done with its words, of <see cref="LetterBox.Permissions"/>.</param>
public sealed record TypedLetter(Guid Id, IReadOnlyDictionary<int, string> Parts, string Language, string Permission);

/// <summary>
/// Door from People to Record: a letter or an e-mail goes into the box of the person who wrote it, before the window closes, and is mixed and sealed like
/// all others. What passes is a tag and the words; nothing comes back but whether it is accepted, and that depends on earlier letters alone. The id of
/// the invitation is used for one request; no row, log line or audit line holds it beside the letter.
/// </summary>
public sealed class LetterBox(InvitationList invitations, AuthorTags tags, Boxes boxes)
{
    /// <summary>Longest part in characters.</summary>
    public const int LongestPart = PieceText.MaxLength;

    /// <summary>What may be done with the words, the usual first.</summary>
    public static IReadOnlyList<string> Permissions { get; } =
        [nameof(QuotingPermission.Paraphrase), nameof(QuotingPermission.MayBeAsked), nameof(QuotingPermission.BackgroundOnly)];

    /// <summary>Puts it in.</summary>
    public async Task<HandedIn> HandInAsync(CommentWindow window, Guid invitationId, TypedLetter typed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(typed);
        if (await invitations.StandingAsync(invitationId, cancel) is not { } standing || tags.For(standing, window.Id) is not { } author) return HandedIn.NotThere;
        var permission = Enum.Parse<QuotingPermission>(typed.Permission);
        var letter = new Letter(typed.Id, [.. typed.Parts.OrderBy(part => part.Key)
            .Select(part => new LetterPart(part.Key == 0 ? null : part.Key, new PieceText(part.Value, typed.Language, permission)))]);
        return (await boxes.HandInAsync(author, letter, cancel)).Status switch
        {
            SaveStatus.Saved => HandedIn.Accepted,
            SaveStatus.TooLong => HandedIn.NoRoom,
            SaveStatus.Unreadable => HandedIn.Unreadable,
            SaveStatus.Busy => HandedIn.Busy,
            _ => HandedIn.NotThere,
        };
    }
}
