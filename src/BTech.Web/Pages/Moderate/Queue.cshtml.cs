using BTech.Agenda.Windows;
using BTech.Record.Inputs;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>The queue of a sealed window: what was read and coded in each focus area, what is left, and the next one to take.</summary>
public sealed class QueueModel(ReadersDesk desk, Coverage coverage, InputList inputs) : PageModel
{
    private static readonly InputQuery Unread = new() { State = ReviewState.NotReviewed };
    private static readonly InputQuery Uncoded = new() { Uncoded = true };

    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<CoveredArea> Areas { get; private set; } = [];

    public CoveredArea Together { get; private set; } = null!;

    /// <summary>Address of the next input to read, in the reader's own order; nothing when all are read.</summary>
    public string? NextUnread { get; private set; }

    /// <summary>Address of the next input to code.</summary>
    public string? NextUncoded { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return NotFound();
        Window = window;
        Areas = await coverage.OfAreasAsync(window.Id, cancel);
        Together = Coverage.Together(Areas);
        if (Together.Unread.Number > 0) NextUnread = await NextAsync(Unread, cancel);
        if (Together.Uncoded.Number > 0) NextUncoded = await NextAsync(Uncoded, cancel);
        return Page();
    }

    private async Task<string?> NextAsync(InputQuery query, CancellationToken cancel) =>
        (await inputs.PageAsync(User.StaffId(), Window.Id, query.Filter, cancel: cancel)).Items is [var first, ..] ? $"~/moderate/inputs/{first.Id}{query.With()}" : null;
}
