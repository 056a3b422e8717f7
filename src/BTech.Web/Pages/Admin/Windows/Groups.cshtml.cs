using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Record.Sealing;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>A group that is invited, what its comments would be called by share of response, and what it lacks to be named.</summary>
public sealed record LikelyRow(ParticipantGroup Group, GroupSize Size, IReadOnlyList<string?> Labels, GroupNeed Need);

/// <summary>Before inviting: which groups would be named, joined or carry no name. From the numbers invited alone, whoever has written.</summary>
public sealed class GroupsModel(CommentWindows windows, Assignments assignments, Census census, TimeProvider clock) : WindowPage(windows, assignments, clock)
{
    /// <summary>The responses looked at, in people of a hundred.</summary>
    public static IReadOnlyList<int> Shares { get; } = [30, 50, 70];

    public IReadOnlyList<LikelyRow> Rows { get; private set; } = [];

    /// <summary>By share: whether the record would be opened at all.</summary>
    public IReadOnlyList<bool> Opened { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.Kind != RoundKind.Written) return NotFound();
        var sizes = await census.AheadAsync(Window, cancel);
        IReadOnlyList<LikelyLabels> likely = [.. Shares.Select(percent => LikelyLabels.At(percent, sizes, Window.SmallestGroup))];
        Opened = [.. likely.Select(labels => labels.IsOpened)];
        Rows = [.. sizes.OrderBy(size => size.Position).Select(size => new LikelyRow(
            Window.Consultation.Groups.Single(group => group.Label == size.Label), size, [.. likely.Select(labels => labels.LabelOf(size.Label))],
            GroupNeed.Of(size, Window.SmallestGroup)))];
        return Page();
    }
}
