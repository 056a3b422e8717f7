using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>One input: read it, keep it or set it aside, mask passages.</summary>
public sealed class InputModel(ReadersDesk desk, InputList inputs, Review review, ExcerptCoding coding, Presences presences, SpokenLanguages languages, ReasonWords reasons, ProtectedNames protectedNames, IStringLocalizer<Words.Moderate> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public ReadableInput Input { get; private set; } = null!;

    public string Name => InputsModel.Name(words, Input);

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public IReadOnlyList<MarkedSentence> Sentences { get; private set; } = [];

    public IReadOnlyList<ReadableExcerpt> Codings { get; private set; } = [];

    public IReadOnlyList<Mask> Masks { get; private set; } = [];

    /// <summary>Passages that may show who wrote it, for a person to decide on.</summary>
    public IReadOnlyList<Suspicion> Suspicions { get; private set; } = [];

    /// <summary>Addresses of others who have this input open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public InputQuery Query { get; private set; } = new();

    /// <summary>Numbers of the ticked sentences.</summary>
    [BindProperty(Name = "Sentences")]
    public List<int> Chosen { get; set; } = [];

    /// <summary>A passage selected by script, in code points; goes before ticked sentences.</summary>
    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public int? End { get; set; }

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
        if (Input.Text is not { } text) return Back(id, query);
        IReadOnlyList<(int Start, int End)> passages = Start is { } start && End is { } end ? [(start, end)] : Passages.Of(text, Chosen);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), words["Mask.ReasonMissing"]);
        if (passages.Count == 0) ModelState.AddModelError("Sentences", words["Mask.PassageMissing"]);
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        foreach (var (from, to) in passages)
        {
            var result = await review.MaskAsync(id, from, to, Reason, User.StaffId(), cancel);
            if (result is ReviewResult.ReasonMissing) return await RefuseAsync(nameof(Reason), "Mask.ReasonMissing", cancel);
            if (result is not ReviewResult.Done) return await RefuseAsync("Sentences", "Mask.PassageMissing", cancel);
        }
        return Back(id, query);
    }

    [Audited("mask taken back")]
    public Task<IActionResult> OnPostUnmaskAsync(Guid id, [FromQuery] InputQuery query, Guid mask, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.UnmaskAsync(id, mask, User.StaffId(), cancel), "", cancel);

    [Audited("input kept")]
    public Task<IActionResult> OnPostKeepAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.KeepAsync(id, User.StaffId(), cancel), "", cancel);

    [Audited("input set aside")]
    public Task<IActionResult> OnPostSetAsideAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        DecideAsync(id, query, () => review.SetAsideAsync(id, SetAsideReason, reasons.Own, User.StaffId(), cancel), nameof(SetAsideReason), cancel);

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
            _ => Back(id, query),
        };
    }

    private async Task<bool> OpenAsync(Guid id, InputQuery query, CancellationToken cancel)
    {
        Query = query;
        if (await inputs.FindAsync(id, cancel) is not { } input) return false;
        if (await desk.WindowAsync(User, input.WindowId, cancel, StaffRole.Moderator) is not { } window) return false;
        (Input, Window) = (input, window);
        await presences.NoteAsync(User.StaffId(), window.Id, input.Id, cancel);
        await reasons.ReadAsync(window, cancel);
        return true;
    }

    // Withdrawn while it was open: back to the list, which says so. Nothing that was posted is kept.
    private async Task<IActionResult> GoneAsync(Guid id, InputQuery query, CancellationToken cancel) =>
        await inputs.WindowOfWithdrawnAsync(id, cancel) is { } windowId && await desk.WindowAsync(User, windowId, cancel, StaffRole.Moderator) is { } window
            ? Redirect(Url.Content($"~/moderate/windows/{window.Consultation.Slug}/{window.Number}/inputs") + query.With(("gone", "true")))
            : NotFound();

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        (Previous, Next) = await inputs.NeighboursAsync(User.StaffId(), Window.Id, Query.Filter, Input.Id, cancel);
        Others = [.. (await presences.OthersAsync(User.StaffId(), Window.Id, cancel)).Where(one => one.SubjectId == Input.Id).Select(one => one.Who)];
        if (Query.Language) MayNameLanguage = await languages.MayBeNamedAsync(Window.Id, Input.Language, cancel);
        if (Input.Text is { } text)
        {
            Codings = await coding.OfInputAsync(Input.Id, cancel);
            Masks = await review.MasksAsync(Input.Id, cancel);
            Suspicions = await protectedNames.SuspectAsync(Window, Input, cancel);
            Sentences = MarkedSentence.Of(text, Codings);
        }
        return Page();
    }

    private Task<IActionResult> RefuseAsync(string field, string reason, CancellationToken cancel)
    {
        ModelState.AddModelError(field, words[reason]);
        return ShowAsync(cancel);
    }

    private RedirectResult Back(Guid id, InputQuery query) =>
        Redirect(Url.Content(string.Create(CultureInfo.InvariantCulture, $"~/moderate/inputs/{id}")) + query.With());
}
