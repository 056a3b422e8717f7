using BTech.Agenda.Windows;
using BTech.Record;
using BTech.Record.Boxes;

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
    public WindowState State => Window.StateAt(Now);

    /// <summary>The longest that a form opened before closing is still taken.</summary>
    public TimeSpan LateSending(DateTimeOffset opened) =>
        opened < Window.ClosesAt ? TimeSpan.FromMinutes(Window.LateSendingMinutes) : TimeSpan.Zero;

    /// <summary>Whether this form can still be taken: the window is open, or the form was opened before closing and the window waits a little.</summary>
    public bool Takes(DateTimeOffset opened) =>
        State == WindowState.Open || (State == WindowState.Closed && Now < Window.ClosesAt + LateSending(opened));
}
