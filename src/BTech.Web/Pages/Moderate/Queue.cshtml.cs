using BTech.Agenda.Windows;
using BTech.Record.Inputs;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The queue of a sealed window: what was read and coded in each focus area, what is left, and the next one to take.</summary>
public sealed class QueueModel(ReadersDesk desk, Coverage coverage, InputList inputs, Presences presences, IStringLocalizer<Words.Moderate> words) : PageModel
{
    private static readonly InputQuery Unread = new() { State = ReviewState.NotReviewed, Copies = "each" };
    private static readonly InputQuery Uncoded = new() { Uncoded = true, Copies = "each" };

    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<CoveredArea> Areas { get; private set; } = [];

    public CoveredArea Together { get; private set; } = null!;

    /// <summary>Address of the next input to read, in the reader's own order; nothing when all are read.</summary>
    public string? NextUnread { get; private set; }

    /// <summary>Address of the next input to code.</summary>
    public string? NextUncoded { get; private set; }

    /// <summary>Who else is at work now, and on which input.</summary>
    public IReadOnlyList<(string Who, Guid Id, string Input)> AtWork { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return NotFound();
        Window = window;
        Areas = await coverage.OfAreasAsync(window.Id, cancel);
        Together = Coverage.Together(Areas);
        if (Together.Unread.Number > 0) NextUnread = await NextAsync(Unread, cancel);
        if (Together.Uncoded.Number > 0) NextUncoded = await NextAsync(Uncoded, cancel);
        var atWork = new List<(string, Guid, string)>();
        foreach (var one in await presences.OthersAsync(User.StaffId(), window.Id, cancel))
            // An input that was withdrawn meanwhile is nobody's work any more.
            if (await inputs.FindAsync(User.StaffId(), one.SubjectId, cancel) is { } input) atWork.Add((one.Who, input.Id, InputsModel.Name(words, input)));
        AtWork = atWork;
        return Page();
    }

    private async Task<string?> NextAsync(InputQuery query, CancellationToken cancel) =>
        (await inputs.PageAsync(User.StaffId(), Window.Id, query.Filter, cancel: cancel)).Items is [var first, ..] ? $"~/moderate/inputs/{first.Id}{(query.Uncoded ? "/coding" : "")}{query.With()}" : null;
}
