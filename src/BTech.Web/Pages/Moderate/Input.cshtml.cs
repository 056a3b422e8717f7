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

/// <summary>One input: read it, keep it or set it aside, mask passages, split it by focus area, flag it.</summary>
public sealed class InputModel(
    ReadersDesk desk, InputList inputs, Review review, ExcerptCoding coding, InputMemos memos, Presences presences, SpokenLanguages languages, ReasonWords reasons, ProtectedNames protectedNames,
    HarmlessPassages harmless, Flags flags, Splitting splitting, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Reviewing> reviewing) : OneInputPage(desk, inputs, coding, presences, words)
{
    public IReadOnlyList<Mask> Masks { get; private set; } = [];

    /// <summary>What the team noted on the input as a whole.</summary>
    public IReadOnlyList<InputMemo> Memos { get; private set; } = [];

    /// <summary>Passages that may show who wrote it, for a person to decide on.</summary>
    public IReadOnlyList<Suspicion> Suspicions { get; private set; } = [];

    /// <summary>Passages of which somebody decided that they do not show it, with their words.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Harmless { get; private set; } = [];

    /// <summary>Passages that are read under another focus area, with their words.</summary>
    public IReadOnlyList<(SplitPassage Passage, string Words)> Elsewhere { get; private set; } = [];

    /// <summary>What a colleague asked the others to look at.</summary>
    public Flag? Flagged { get; private set; }

    /// <summary>The text as readers would see it with a further passage hidden, when that was asked for.</summary>
    public string? Preview { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether the passage to be hidden is a threat or tells of a danger.</summary>
    [BindProperty]
    public bool IsThreat { get; set; }

    /// <summary>The focus area under which a passage is to be read.</summary>
    [BindProperty]
    public int? OtherArea { get; set; }

    [BindProperty]
    public string? FlagNote { get; set; }

    [BindProperty]
    public string? SetAsideReason { get; set; }

    /// <summary>When asked: whether the input's language may be named.</summary>
    public bool MayNameLanguage { get; private set; }

    /// <summary>The words that were selected by script, when a form comes back with them.</summary>
    public string? Selected => Input.Text is { } text && Start is { } start && End is { } end && start >= 0 && start < end && end <= text.Length ? text.Read(start, end).Trim() : null;

    /// <summary>The focus areas under which a passage of it may be read.</summary>
    public IEnumerable<Choice> AreaItems => Window.Consultation.FocusAreas.Where(area => area.Number != Input.FocusAreaNumber)
        .Select(area => new Choice(area.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), AreaName(area.Number)));

    public bool HasCoded => Codings.Count > 0;

    public bool SetAsideRefused => IsRefused(nameof(SetAsideReason));

    /// <summary>Whether a field was marked.</summary>
    public bool IsRefused(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0;

    public IEnumerable<SelectListItem> ReasonItems => reasons.Choices(Words.CurrentLanguage.Of(HttpContext));

    public string SetAsideFor => reasons.Of(Input.SetAsideReason, Words.CurrentLanguage.Of(HttpContext));

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        await OpenAsync(id, query, cancel) ? await ShowAsync(cancel) : NotFound();

    /// <summary>Shows how the text would read, and changes nothing.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        if (Input.Text is not { } text) return new NothingDone(Here());
        Side = "original";
        var passages = ChosenPassages(text);
        if (passages.Count == 0) return await RefuseAsync("Sentences", Terms["Mask.PassageMissing"], cancel);
        Preview = text.Without(passages).Read();
        return await ShowAsync(cancel);
    }

    [Audited("passage masked")]
    public async Task<IActionResult> OnPostMaskAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        if (Input.Text is not { } text) return new NothingDone(Here());
        // Passages are hidden in the original, whichever text the address would show.
        Side = "original";
        var passages = ChosenPassages(text);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), Terms["Mask.ReasonMissing"]);
        if (passages.Count == 0) ModelState.AddModelError("Sentences", Terms["Mask.PassageMissing"]);
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        foreach (var (from, to) in passages)
        {
            var result = await review.MaskAsync(id, from, to, Reason, IsThreat, User.StaffId(), cancel);
            if (result is ReviewResult.ReasonMissing) return await RefuseAsync(nameof(Reason), Terms["Mask.ReasonMissing"], cancel);
            if (result is not ReviewResult.Done) return await RefuseAsync("Sentences", Terms["Mask.PassageMissing"], cancel);
        }
        return Redirect(Here());
    }

    /// <summary>What a focus area is called.</summary>
    public string AreaName(int number) => Terms.Area(Window.Consultation, number, Words.CurrentLanguage.Of(HttpContext));

    [Audited("mask taken back")]
    public Task<IActionResult> OnPostUnmaskAsync(Guid id, [FromQuery] InputQuery query, Guid mask, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.UnmaskAsync(id, mask, User.StaffId(), cancel), "", cancel);

    [Audited("passage found harmless")]
    public Task<IActionResult> OnPostHarmlessAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, () => harmless.DecideAsync(id, Start ?? -1, End ?? -1, User.StaffId(), cancel), "", cancel);

    [Audited("passage no longer found harmless")]
    public Task<IActionResult> OnPostSuspectAsync(Guid id, [FromQuery] InputQuery query, Guid passage, CancellationToken cancel) =>
        DecideAsync(id, query, async () => await harmless.TakeBackAsync(id, passage, cancel) ? ReviewResult.Done : ReviewResult.NotThere, "", cancel);

    [Audited("input split")]
    public async Task<IActionResult> OnPostSplitAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        if (Input.Text is not { } text) return new NothingDone(Here());
        Side = "original";
        var passages = ChosenPassages(text);
        if (passages.Count == 0) return await RefuseAsync("Sentences", reviewing["Split.PassageMissing"], cancel);
        if (!Window.Consultation.FocusAreas.Any(area => area.Number == OtherArea)) return await RefuseAsync(nameof(OtherArea), reviewing["Split.AreaMissing"], cancel);
        return await splitting.SplitAsync(id, passages, OtherArea!.Value, cancel) switch
        {
            ReviewResult.Done => Redirect(Here()),
            ReviewResult.NotThere => new NothingDone(Here()),
            ReviewResult.Overlapping => await RefuseAsync(nameof(OtherArea), reviewing["Split.Overlapping"], cancel),
            ReviewResult.BuiltUpon => await RefuseAsync("", Terms["Decide.BuiltUpon"], cancel),
            _ => await RefuseAsync("Sentences", reviewing["Split.PassageMissing"], cancel),
        };
    }

    [Audited("splitting of an input taken back")]
    public Task<IActionResult> OnPostUnsplitAsync(Guid id, [FromQuery] InputQuery query, Guid passage, CancellationToken cancel) =>
        DecideAsync(id, query, () => splitting.TakeBackAsync(id, passage, cancel), "", cancel);

    [Audited("input flagged")]
    public async Task<IActionResult> OnPostFlagAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return await GoneAsync(id, query, cancel);
        return await flags.SetAsync(id, FlagNote, User.StaffId(), cancel) switch
        {
            ReviewResult.ReasonMissing => await RefuseAsync(nameof(FlagNote), reviewing["Flag.TooLong"], cancel),
            ReviewResult.NotThere => new NothingDone(Here()),
            _ => Redirect(Here()),
        };
    }

    [Audited("flag taken off an input")]
    public Task<IActionResult> OnPostUnflagAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, async () => await flags.TakeOffAsync(id, cancel) ? ReviewResult.Done : ReviewResult.NotThere, "", cancel);

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
            ReviewResult.BuiltUpon => await RefuseAsync("", Terms["Decide.BuiltUpon"], cancel),
            ReviewResult.Erased => await RefuseAsync("", Terms["Decide.Erased"], cancel),
            ReviewResult.ReasonMissing => await RefuseAsync(field, Terms["Decide.ReasonMissing"], cancel),
            ReviewResult.NotThere or ReviewResult.NoSuchPassage => new NothingDone(Here()),
            _ => Redirect(Here()),
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
        // In which language a text from another channel is, the team has said itself.
        if (Query.Language) MayNameLanguage = Input.Lineage is not null || await languages.MayBeNamedAsync(Window.Id, Input.Language, cancel);
        if (Input.Text is { } text)
        {
            Memos = await memos.OfInputAsync(User.StaffId(), Input.Id, cancel);
            Masks = await review.MasksAsync(Input.Id, cancel);
            var decided = await harmless.OfAsync(Input.Id, cancel);
            Harmless = [.. decided.Where(passage => !text.IsHidden(passage.Start, passage.End)).Select(passage => (passage.Id, text.Read(passage.Start, passage.End).Trim()))];
            Suspicions = await protectedNames.SuspectAsync(Window, Input, decided, cancel);
            Elsewhere = [.. (await splitting.OfAsync(Input.Id, cancel)).Select(passage => (passage, text.Read(passage.Start, passage.End).Trim()))];
            Flagged = await flags.OfAsync(User.StaffId(), Input.Id, cancel);
        }
        return Page();
    }

    private Task<IActionResult> RefuseAsync(string field, string reason, CancellationToken cancel)
    {
        ModelState.AddModelError(field, reason);
        return ShowAsync(cancel);
    }

    // A passage selected by script goes before ticked sentences.
    private IReadOnlyList<(int Start, int End)> ChosenPassages(MaskedText text) => Start is { } start && End is { } end ? [(start, end)] : Passages.Of(text, Chosen);

    /// <summary>This page of the same input.</summary>
    public string Here(params (string, string?)[] more) => Url.Content($"~/moderate/inputs/{Input.Id}") + Query.With(more);
}
