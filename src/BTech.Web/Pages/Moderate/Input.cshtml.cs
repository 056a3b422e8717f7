using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>One input: read it, keep it or set it aside, mask passages.</summary>
public sealed class InputModel(
    ReadersDesk desk, InputList inputs, Review review, ExcerptCoding coding, InputMemos memos, Presences presences, SpokenLanguages languages, ReasonWords reasons, ProtectedNames protectedNames,
    IStringLocalizer<Words.Moderate> words) : OneInputPage(desk, inputs, coding, presences, words)
{
    public IReadOnlyList<Mask> Masks { get; private set; } = [];

    /// <summary>What the team noted on the input as a whole.</summary>
    public IReadOnlyList<InputMemo> Memos { get; private set; } = [];

    /// <summary>Passages that may show who wrote it, for a person to decide on.</summary>
    public IReadOnlyList<Suspicion> Suspicions { get; private set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? SetAsideReason { get; set; }

    /// <summary>When asked: whether the input's language may be named.</summary>
    public bool MayNameLanguage { get; private set; }

    public bool HasCoded => Codings.Count > 0;

    public bool SetAsideRefused => ModelState.TryGetValue(nameof(SetAsideReason), out var state) && state.Errors.Count > 0;

    public IEnumerable<SelectListItem> ReasonItems => reasons.Choices(Words.CurrentLanguage.Of(HttpContext));

    public string SetAsideFor => reasons.Of(Input.SetAsideReason, Words.CurrentLanguage.Of(HttpContext));

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        await OpenAsync(id, query, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("passage masked")]
    public async Task<IActionResult> OnPostMaskAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        if (Input.Text is not { } text) return new NothingDone(Here(id, query));
        // Passages are hidden in the original, whichever text the address would show.
        Side = "original";
        IReadOnlyList<(int Start, int End)> passages = Start is { } start && End is { } end ? [(start, end)] : Passages.Of(text, Chosen);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), Terms["Mask.ReasonMissing"]);
        if (passages.Count == 0) ModelState.AddModelError("Sentences", Terms["Mask.PassageMissing"]);
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        foreach (var (from, to) in passages)
        {
            var result = await review.MaskAsync(id, from, to, Reason, User.StaffId(), cancel);
            if (result is ReviewResult.ReasonMissing) return await RefuseAsync(nameof(Reason), "Mask.ReasonMissing", cancel);
            if (result is not ReviewResult.Done) return await RefuseAsync("Sentences", "Mask.PassageMissing", cancel);
        }
        return Redirect(Here(id, query));
    }

    [Audited("mask taken back")]
    public Task<IActionResult> OnPostUnmaskAsync(Guid id, [FromQuery] InputQuery query, Guid mask, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.UnmaskAsync(id, mask, User.StaffId(), cancel), "", cancel);

    [Audited("input kept")]
    public Task<IActionResult> OnPostKeepAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.KeepAsync(id, User.StaffId(), cancel), "", cancel);

    [Audited("input set aside")]
    public Task<IActionResult> OnPostSetAsideAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, async () =>
        {
            await reasons.ReadAsync(Window, cancel);
            return await review.SetAsideAsync(id, SetAsideReason, reasons.Own, User.StaffId(), cancel);
        }, nameof(SetAsideReason), cancel);

    [Audited("decision on an input taken back")]
    public Task<IActionResult> OnPostUndoAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.UndoAsync(id, User.StaffId(), cancel), "", cancel);

    private async Task<IActionResult> DecideAsync(Guid id, InputQuery query, Func<Task<ReviewResult>> decide, string field, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        return await decide() switch
        {
            ReviewResult.BuiltUpon => await RefuseAsync("", "Decide.BuiltUpon", cancel),
            ReviewResult.Erased => await RefuseAsync("", "Decide.Erased", cancel),
            ReviewResult.ReasonMissing => await RefuseAsync(field, "Decide.ReasonMissing", cancel),
            ReviewResult.NotThere => new NothingDone(Here(id, query)),
            _ => Redirect(Here(id, query)),
        };
    }

    // Withdrawn while it was open: back to the list, which says so. Nothing that was posted is kept.
    private async Task<IActionResult> GoneAsync(Guid id, InputQuery query, CancellationToken cancel) =>
        await Inputs.WindowOfWithdrawnAsync(id, cancel) is { } windowId && await Desk.WindowAsync(User, windowId, cancel, StaffRole.Moderator) is { } window
            ? new NothingDone(Url.Content($"~/moderate/windows/{window.Consultation.Slug}/{window.Number}/inputs") + query.With(("gone", "true")))
            : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await reasons.ReadAsync(Window, cancel);
        if (Query.Language) MayNameLanguage = await languages.MayBeNamedAsync(Window.Id, Input.Language, cancel);
        if (Input.Text is not null)
        {
            Memos = await memos.OfInputAsync(Input.Id, cancel);
            Masks = await review.MasksAsync(Input.Id, cancel);
            Suspicions = await protectedNames.SuspectAsync(Window, Input, cancel);
        }
        return Page();
    }

    private Task<IActionResult> RefuseAsync(string field, string reason, CancellationToken cancel)
    {
        ModelState.AddModelError(field, Terms[reason]);
        return ShowAsync(cancel);
    }

    private string Here(Guid id, InputQuery query) => Url.Content($"~/moderate/inputs/{id}") + query.With();
}
