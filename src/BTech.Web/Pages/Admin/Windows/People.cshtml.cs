using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.People.Mail;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Mail;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// Everybody invited to one window. The same line whether somebody wrote or not: this page cannot know. How people wish to be listed
/// shows only after the seal, because an answer given earlier would say who has been here.
/// </summary>
public sealed class PeopleModel(
    CommentWindows windows, Assignments assignments, InvitationList invitations, ParticipantsList listing, InvitationLetters letters, Outbox outbox, AuditTrail audit, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    private readonly Dictionary<Guid, ListingChoice> _listing = [];

    public IReadOnlyList<InvitedPerson> People { get; private set; } = [];

    public string? NewLink { get; private set; }

    public string? NewLinkName { get; private set; }

    public int? Sent { get; private set; }

    /// <summary>Letters that did not arrive, with the person each was for.</summary>
    public IReadOnlyList<(InvitedPerson Person, DeliveryTrouble Trouble)> Undelivered { get; private set; } = [];

    /// <summary>Whether some of them are given up, so that only another letter can help.</summary>
    public bool MaySendAgain => MaySend && Undelivered.Any(one => one.Trouble.Standing != DeliveryStanding.Waiting);

    public bool ShowsListing => State is WindowState.Sealed or WindowState.Reported;

    /// <summary>Whether letters may be put into boxes: while the window is open.</summary>
    public bool TakesLetters => State is WindowState.Open;

    public bool MaySend => !Window.IsRehearsal && State is WindowState.Open;

    public LocalizedText GroupName(string label) =>
        Window.Consultation.Groups.FirstOrDefault(group => group.Label == label)?.Name ?? LocalizedText.InEnglish(label);

    public ListingChoice ListingOf(InvitedPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return _listing.GetValueOrDefault(person.ParticipantId);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        if (People.FirstOrDefault(person => person.InvitationId == id && !person.IsRevoked) is not { } invited) return NotFound();
        NewLink = letters.LinkOf(await invitations.MintLinkAsync(id, cancel), invited.Language).ToString();
        NewLinkName = invited.Name;
        await audit.AddAsync(User.StaffId(), "personal link made", Name.ToString(), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!MaySend) return NotFound();
        Sent = await letters.SendAsync(Window, cancel);
        await audit.AddAsync(User.StaffId(), $"invitations queued: {Sent}", Name.ToString(), cancel);
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>A letter with a new link to everybody whose letter was given up.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !MaySend) return NotFound();
        await ReadAsync(cancel);
        var lost = Undelivered.Where(one => one.Trouble.Standing != DeliveryStanding.Waiting).Select(one => one.Person.InvitationId).ToHashSet();
        await outbox.ForgetTroubleAsync(lost, cancel);
        Sent = await letters.QueueAsync(Window, lost, cancel);
        await audit.AddAsync(User.StaffId(), $"invitations queued again: {Sent}", Name.ToString(), cancel);
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        if (People.All(person => person.InvitationId != id)) return NotFound();
        await invitations.RevokeAsync(id, cancel);
        await audit.AddAsync(User.StaffId(), "invitation revoked", Name.ToString(), cancel);
        return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/people"));
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        People = await invitations.ForWindowAsync(Window.Id, cancel);
        var people = People.ToDictionary(person => person.InvitationId);
        Undelivered = [.. (await outbox.TroubleAsync(Window.Id, cancel)).Where(trouble => people.ContainsKey(trouble.InvitationId)).Select(trouble => (people[trouble.InvitationId], trouble))];
        if (!ShowsListing) return;
        foreach (var person in People)
            if (await listing.ConsentOfAsync(person.ParticipantId, cancel) is { } consent) _listing[person.ParticipantId] = consent.Choice;
    }
}
