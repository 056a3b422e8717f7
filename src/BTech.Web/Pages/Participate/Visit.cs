using BTech.Agenda.Windows;
using BTech.Record;
using BTech.Record.Boxes;
using BTech.Record.Inputs;

namespace BTech.Web.Pages.Participate;

/// <summary>What one request of a participant stands on; read for the request and forgotten with it.</summary>
/// <param name="Entry">The entry that the cookie carries.</param>
/// <param name="ParticipantId">The participant on the People side, for the pages of that side.</param>
/// <param name="GroupLabel">The participant's group.</param>
/// <param name="IsForOrganisation">Whether the link is an organisation's: one voice, whoever writes.</param>
/// <param name="Window">The comment window with its consultation.</param>
/// <param name="Now">The instant of the request.</param>
/// <param name="Author">The author; nothing once the record is sealed.</param>
/// <param name="Content">What is in the author's box; nothing once the record is sealed, nor for an entry without the box's passphrase.</param>
/// <param name="IsBarred">Whether the box has a passphrase that this entry was not made with.</param>
public sealed record Visit(
    ParticipantEntry Entry, Guid ParticipantId, string GroupLabel, bool IsForOrganisation, CommentWindow Window, DateTimeOffset Now, Author? Author, BoxContent? Content, bool IsBarred = false)
{
    /// <summary>
    /// The moment at which an administrator looks at the pages; nothing for somebody who came in. Nobody is behind such a visit: there is no
    /// author, so nothing can be written in it.
    /// </summary>
    public PreviewMoment? Moment { get; private init; }

    /// <summary>Whether an administrator looks at the pages.</summary>
    public bool IsPreview => Moment is not null;

    public WindowState State => Moment?.State() ?? Window.StateAt(Now);

    /// <summary>
    /// The visit of somebody made up, whose ids stand nowhere and whose box is a new one that exists in no table. Before opening and after closing
    /// it happens at the opening, so that what is left of the time reads as it will.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="groupLabel">The group as whose member one looks.</param>
    /// <param name="isForOrganisation">Whether an organisation's link is meant.</param>
    /// <param name="now">The instant of the request.</param>
    /// <param name="moment">The moment that is shown.</param>
    /// <param name="words">What was written, where something was.</param>
    public static Visit MadeUp(CommentWindow window, string groupLabel, bool isForOrganisation, DateTimeOffset now, PreviewMoment moment, PieceText words)
    {
        ArgumentNullException.ThrowIfNull(window);
        var place = Place.InFocusArea(window.Consultation.FocusAreas.Select(area => area.Number).DefaultIfEmpty(1).Min());
        var content = moment switch
        {
            PreviewMoment.Writing => BoxContent.New(groupLabel, window.BoxBytes),
            PreviewMoment.Sealed => null,
            _ => BoxContent.Sent(groupLabel, window.BoxBytes, BoxChange.Of("preview", new FieldChange(place, InputKind.Comment, 0, words))),
        };
        return new Visit(
            ParticipantEntry.Into(Guid.NewGuid(), window.Id, string.Empty), Guid.NewGuid(), groupLabel, isForOrganisation, window,
            now >= window.OpensAt && now < window.ClosesAt ? now : window.OpensAt, null, content) { Moment = moment };
    }

    /// <summary>The longest that a form opened before closing is still taken.</summary>
    public TimeSpan LateSending(DateTimeOffset opened) =>
        opened < Window.ClosesAt ? TimeSpan.FromMinutes(Window.LateSendingMinutes) : TimeSpan.Zero;

    /// <summary>Whether this form can still be taken: the window is open, or the form was opened before closing and the window waits a little.</summary>
    public bool Takes(DateTimeOffset opened) =>
        State == WindowState.Open || (State == WindowState.Closed && Now < Window.ClosesAt + LateSending(opened));
}
