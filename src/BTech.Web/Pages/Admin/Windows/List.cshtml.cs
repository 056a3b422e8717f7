using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Listing;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>One line of the list; its place only once it is published.</summary>
public sealed record ShownLine(ListedLine Line, int Version, int Order);

/// <summary>
/// The list of participants of a round: nothing before the seal, then as it would be printed, then as it is published, with a way to take a line
/// out without a word.
/// </summary>
public sealed class ListModel(CommentWindows windows, Assignments assignments, ParticipantsList listing, AuditTrail audit, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    public IReadOnlyList<ShownLine> Lines { get; private set; } = [];

    public bool IsRemoved { get; private set; }

    public bool IsShown => State is WindowState.Sealed or WindowState.Reported;

    public bool IsPublished => Window.ReportNumber is not null;

    public LocalizedText GroupName(string label) =>
        Window.Consultation.Groups.FirstOrDefault(group => group.Label == label)?.Name ?? LocalizedText.InEnglish(label);

    public async Task<IActionResult> OnGetAsync(bool removed, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        IsRemoved = removed;
        if (Window.ReportNumber is { } number)
            Lines = [.. (await listing.AllAsync(number, cancel)).Select(line => new ShownLine(line.Line, line.Version, line.Order))];
        else if (IsShown)
            Lines = [.. (await listing.ConsentsAsync(Window.Id, cancel)).Select(line => new ShownLine(line, 0, 0))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int version, int order, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.ReportNumber is not { } number || !await listing.RemoveAsync(number, version, order, Window.Id, cancel)) return NotFound();
        // Who it was stands nowhere: the audit outlives the person's wish.
        await audit.AddAsync(User.StaffId(), "line taken out of the list of participants", Name.ToString(), cancel);
        return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/list?removed=true"));
    }
}
