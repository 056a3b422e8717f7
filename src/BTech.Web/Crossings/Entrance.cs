using BTech.Agenda.Windows;
using BTech.Languages.Coach;
using BTech.People.Invitations;
using BTech.Record.Boxes;
using BTech.Web.Pages.Participate;

namespace BTech.Web.Crossings;

/// <summary>
/// Where participants come in: who may, and what their request finds inside. It asks People for the invitation and, through
/// <see cref="AuthorTags"/>, Record for the box; pages see the visit and never both sides. Three round trips, of which two at once.
/// </summary>
public sealed class Entrance(InvitationList invitations, InvitedFigures figures, CommentWindows windows, AuthorTags authorTags, Boxes boxes, FormOfEntry forms, TimeProvider time)
{
    /// <summary>What a link or typed code opens: nothing for one that is unknown, revoked or over. Writes nothing.</summary>
    public async Task<(Invitation Invitation, CommentWindow Window, WindowState State)?> FindAsync(string? code, CancellationToken cancel)
    {
        if (await invitations.FindByCodeAsync(code, cancel) is not { } invitation) return null;
        if (await windows.FindAsync(invitation.WindowId, cancel) is not { } window) return null;
        var state = window.StateAt(time.GetUtcNow());
        return state == WindowState.Reported ? null : (invitation, window, state);
    }

    /// <summary>Opens the box of an invitation at the door, with its passphrase where it has one; after the seal there is no box and nothing to lock.</summary>
    public async Task<UnlockResult> UnlockAsync(Guid invitationId, CommentWindow window, string? passphrase, string? again, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.IsSealed) return new UnlockResult(UnlockStatus.Open);
        var standing = await invitations.StandingAsync(invitationId, cancel);
        return standing is not null && authorTags.For(standing, window.Id) is { } author
            ? await boxes.UnlockAsync(author, passphrase, again, cancel)
            : new UnlockResult(UnlockStatus.NotThere);
    }

    /// <summary>The visit of somebody who entered; nothing when the invitation was revoked meanwhile or the report is published.</summary>
    public async Task<Visit?> VisitAsync(ParticipantEntry entry, bool withBox, CancellationToken cancel)
    {
        var windowAsked = windows.FindAsync(entry.WindowId, cancel);
        var standingAsked = invitations.StandingAsync(entry.InvitationId, cancel);
        await Task.WhenAll(windowAsked, standingAsked);
        if (await windowAsked is not { } window || await standingAsked is not { IsRevoked: false } standing || standing.WindowId != window.Id) return null;
        var now = time.GetUtcNow();
        var state = window.StateAt(now);
        if (state == WindowState.Reported) return null;
        if (!withBox || !window.IsOpened || state == WindowState.Sealed) return new Visit(entry, standing.ParticipantId, standing.GroupLabel, standing.Kind == InvitationKind.Organisation, window, now, null, null);
        var author = authorTags.For(standing, window.Id);
        if (author is null) return null;
        if (await boxes.OpenAsync(author, cancel) is not { } box) return null;
        return box.Content.PassphraseMark == entry.Mark
            ? new Visit(entry, standing.ParticipantId, standing.GroupLabel, standing.Kind == InvitationKind.Organisation, window, now, author, box.Content)
            : new Visit(entry, standing.ParticipantId, standing.GroupLabel, standing.Kind == InvitationKind.Organisation, window, now, null, null, IsBarred: true);
    }

    /// <summary>
    /// How many were invited to the visitor's group, and from how many organisations: those with a box, or before opening, when nobody has one
    /// and only a preview asks, those who would get one.
    /// </summary>
    public async Task<InvitedToGroup?> GroupAsync(Visit visit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var families = visit.Window.Consultation.Groups.ToDictionary(group => group.Label, group => group.Family);
        var counted = visit.Window.IsOpened ? figures.LiveAsync(visit.Window.Id, families, cancel) : figures.AllAsync(visit.Window.Id, families, cancel);
        return (await counted).Groups.Where(group => group.GroupLabel == visit.GroupLabel)
            .Select(group => new InvitedToGroup(group.Invited, group.Organisations)).FirstOrDefault();
    }

    /// <summary>
    /// What the list of participants says of the visitor, for the coach: name, role, organisation and address of this person alone, for this
    /// request. It goes nowhere but into the comparison with the visitor's own text, and nothing of it is kept or logged.
    /// </summary>
    public async Task<OwnEntry> OwnEntryAsync(Visit visit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return await invitations.OwnEntryAsync(visit.ParticipantId, cancel) ?? OwnEntry.Nobody;
    }

    /// <summary>The hidden field that binds a form to its entry.</summary>
    public string FieldFor(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return forms.Write(visit.Entry, visit.Now);
    }

    /// <summary>When a posted form was opened; nothing when it belongs to another entry.</summary>
    public DateTimeOffset? Opened(ParticipantEntry entry, string? field) => forms.Opened(entry, field);
}

/// <summary>What a participant is told about the size of the own group.</summary>
/// <param name="People">How many were invited.</param>
/// <param name="Organisations">From how many organisations.</param>
public sealed record InvitedToGroup(int People, int Organisations);
