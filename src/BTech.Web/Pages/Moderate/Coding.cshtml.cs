using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Team.Accounts;
using BTech.Team.Presence;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The coding workspace: one input by numbered sentence on one side, the code book on the other.</summary>
public sealed class CodingModel(
    ReadersDesk desk, InputList inputs, Review review, CodeBook codeBook, ThemeMerging merging, Dimensions dimensions, ExcerptCoding coding, Presences presences, StaffAccounts accounts,
    IStringLocalizer<Words.Coding> words, IStringLocalizer<Words.Moderate> terms) : PageModel
{
    /// <summary>How many themes have a key of their own.</summary>
    public const int Keys = 9;

    public CommentWindow Window { get; private set; } = null!;

    public ReadableInput Input { get; private set; } = null!;

    public string Name => InputsModel.Name(terms, Input);

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public IReadOnlyList<MarkedSentence> Sentences { get; private set; } = [];

    public IReadOnlyList<ReadableExcerpt> Codings { get; private set; } = [];

    public IReadOnlyList<ListedTheme> Themes { get; private set; } = [];

    public SecondDimension? Dimension { get; private set; }

    /// <summary>Addresses of others who have this input open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public IReadOnlyDictionary<Agenda.StaffId, string> Staff { get; private set; } = new Dictionary<Agenda.StaffId, string>();

    /// <summary>The themes that the reader gave most often in this round, for the number keys.</summary>
    public IReadOnlyList<Guid> Quick { get; private set; } = [];

    public InputQuery Query { get; private set; } = new();

    /// <summary>What has just been added, for taking it back.</summary>
    public IReadOnlyList<ReadableExcerpt> Added { get; private set; } = [];

    /// <summary>Whether somebody else changed the codings of this input between opening the form and sending it.</summary>
    [FromQuery(Name = "meanwhile")]
    public bool Meanwhile { get; set; }

    /// <summary>The coding that is being changed.</summary>
    public Guid? Edited { get; private set; }

    /// <summary>Numbers of the ticked sentences.</summary>
    [BindProperty(Name = "Sentences")]
    public List<int> Chosen { get; set; } = [];

    /// <summary>A passage selected by script, in code points; goes before everything else.</summary>
    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public int? End { get; set; }

    /// <summary>Only these words of the ticked sentences, or of the text.</summary>
    [BindProperty]
    public string? Exactly { get; set; }

    [BindProperty]
    public List<Guid> ThemeIds { get; set; } = [];

    [BindProperty]
    public Stance Stance { get; set; }

    [BindProperty]
    public Guid? ValueId { get; set; }

    [BindProperty]
    public string? Memo { get; set; }

    /// <summary>What the codings were when the form was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public Stance NewStance { get; set; }

    [BindProperty]
    public Guid? NewValueId { get; set; }

    [BindProperty]
    public string? NewMemo { get; set; }

    public IEnumerable<SelectListItem> ThemeItems => CodeBookOrder.Of(Themes).Select(one => new Choice(
        one.Theme.Id.ToString("D"), one.Path, one.Theme.Definition.Length > 0 ? one.Theme.Definition : null));

    public IEnumerable<SelectListItem> StanceItems =>
        new[] { Stance.Support, Stance.Concern, Stance.Nuance }.Select(stance => new Choice(stance.ToString(), terms["Stance." + stance]));

    public IEnumerable<SelectListItem> ValueItems =>
        [new SelectListItem(words["Value.None"], ""), .. Dimension!.Values.Select(value => new SelectListItem(value.Name, value.Id.ToString("D")))];

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, string? added, Guid? edit, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        ModelState.Clear();
        var ids = (added ?? "").Split(',').Select(one => Guid.TryParse(one, out var found) ? found : Guid.Empty).ToHashSet();
        await ReadAsync(cancel);
        Added = [.. Codings.Where(one => ids.Contains(one.Id) && one.CodedBy == User.StaffId())];
        if (Codings.FirstOrDefault(one => one.Id == edit) is { } edited)
            (Edited, NewStance, NewMemo, NewValueId) = (edited.Id, edited.Stance, edited.Memo, edited.Value?.Id);
        return Page();
    }

    [Audited("passages coded")]
    public async Task<IActionResult> OnPostCodeAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (Input.Text is not { } text) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        var state = ReadableExcerpt.StateOf(await coding.OfInputAsync(id, cancel));
        if ((Memo ?? "").Trim().Length > ExcerptCoding.LongestMemo) ModelState.AddModelError(nameof(Memo), words["Memo.Long", ExcerptCoding.LongestMemo]);
        Themes = await codeBook.ListAsync(Window.ConsultationId, cancel);
        var missing = ThemeIds.Where(theme => !Themes.Any(listed => listed.Theme.Id == theme)).ToList();
        ThemeIds = [.. ThemeIds.Except(missing)];
        var merged = (await merging.ListAsync(Window.ConsultationId, cancel)).Where(one => missing.Contains(one.Theme.Id)).ToList();
        foreach (var one in merged)
        {
            if (await merging.SuccessorAsync(Window.ConsultationId, one.Theme.Id, cancel) is not { } successor) continue;
            missing.Remove(one.Theme.Id);
            if (!ThemeIds.Contains(successor.Id)) ThemeIds.Add(successor.Id);
            ModelState.Remove(nameof(ThemeIds));
            ModelState.AddModelError(nameof(ThemeIds), words["Theme.Merged", one.Theme.Name, successor.Name]);
        }
        if (missing.Count > 0) ModelState.AddModelError(nameof(ThemeIds), words["Theme.Gone"]);
        else if (ThemeIds.Count == 0) ModelState.AddModelError(nameof(ThemeIds), words["Theme.Missing"]);
        var passages = PassagesIn(text);
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        var outcome = await coding.CodeAsync(id, passages, new ThemeChoice(Window.ConsultationId, ThemeIds, Stance, Memo, ValueId), User.StaffId(), cancel);
        if (outcome.Result is CodingResult.Done)
            return Back(("added", string.Join(',', outcome.Added)), ("meanwhile", Seen is not null && Seen != state ? "true" : null));
        var (field, reason) = outcome.Result switch
        {
            CodingResult.AlreadyCoded => ("Sentences", "Passage.Already"),
            CodingResult.NoSuchPassage => ("Sentences", "Passage.Missing"),
            _ => (nameof(ThemeIds), "Theme.Gone"),
        };
        ModelState.AddModelError(field, words[reason]);
        return await ShowAsync(cancel);
    }

    [Audited("codings taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromQuery] InputQuery query, List<Guid> added, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        if (await coding.TakeBackAsync(id, added, User.StaffId(), cancel)) return Back();
        ModelState.AddModelError("", words["TakeBack.TooLate"]);
        return await ShowAsync(cancel);
    }

    [Audited("coding changed")]
    public async Task<IActionResult> OnPostChangeAsync(Guid id, [FromQuery] InputQuery query, Guid excerpt, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (Input.Text is null) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        if ((NewMemo ?? "").Trim().Length > ExcerptCoding.LongestMemo) ModelState.AddModelError(nameof(NewMemo), words["Memo.Long", ExcerptCoding.LongestMemo]);
        else
        {
            var result = await coding.ChangeAsync(id, excerpt, Seen, new ThemeChoice(Window.ConsultationId, [], NewStance, NewMemo, NewValueId), cancel);
            if (result is CodingResult.Done) return Back();
            // What the other has made of it stands in the list beside the form, which now means that state.
            if (result is CodingResult.ChangedMeanwhile) ModelState.Remove(nameof(Seen));
            ModelState.AddModelError(nameof(NewMemo), words[result is CodingResult.ChangedMeanwhile ? "Change.Meanwhile" : "Change.Gone"]);
        }
        Edited = excerpt;
        return await ShowAsync(cancel);
    }

    [Audited("coding removed")]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, [FromQuery] InputQuery query, Guid excerpt, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        var there = (await coding.OfInputAsync(id, cancel)).FirstOrDefault(one => one.Id == excerpt);
        if (there is null) return Back();
        if (there.State != Seen) ModelState.AddModelError("", words["Remove.Meanwhile"]);
        else if (await coding.RemoveAsync(id, excerpt, cancel) is CodingResult.InUse) ModelState.AddModelError("", words["Remove.InUse"]);
        else return Back();
        return await ShowAsync(cancel);
    }

    [Audited("input kept")]
    public async Task<IActionResult> OnPostKeepAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (await review.KeepAsync(id, User.StaffId(), cancel) is ReviewResult.Done) return Back();
        return new KeptText("SetAside", StatusCodes.Status409Conflict);
    }

    /// <summary>Who coded something; somebody who works here no more has no address.</summary>
    public string Who(ReadableExcerpt one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.CodedBy == User.StaffId() ? words["By.You"] : Staff.GetValueOrDefault(one.CodedBy) ?? words["By.Gone"];
    }

    // Places from the script; else the words themselves, where they stand once; else sentences.
    private IReadOnlyList<(int Start, int End)> PassagesIn(MaskedText text)
    {
        if (Start is { } start && End is { } end)
        {
            if (start >= 0 && end > start && end <= text.Length) return [(start, end)];
            ModelState.AddModelError("Sentences", words["Passage.Beyond"]);
            return [];
        }
        var sentences = Passages.Of(text, Chosen);
        if (string.IsNullOrWhiteSpace(Exactly))
        {
            if (sentences.Count == 0) ModelState.AddModelError("Sentences", words["Passage.Missing"]);
            return sentences;
        }
        var places = text.Find(Exactly, sentences);
        if (places.Count == 1) return places;
        ModelState.AddModelError(nameof(Exactly), words[places.Count == 0 ? "Exactly.None" : "Exactly.Several"]);
        return [];
    }

    private RedirectResult Back(params (string, string?)[] more) => Redirect(Url.Content($"~/moderate/inputs/{Input.Id}/coding") + Query.With(more));

    private async Task<bool> OpenAsync(Guid id, InputQuery query, CancellationToken cancel)
    {
        Query = query;
        if (await inputs.FindAsync(id, cancel) is not { } input) return false;
        if (await desk.WindowAsync(User, input.WindowId, cancel, StaffRole.Moderator) is not { } window) return false;
        (Input, Window) = (input, window);
        await presences.NoteAsync(User.StaffId(), window.Id, input.Id, cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        (Previous, Next) = await inputs.NeighboursAsync(User.StaffId(), Window.Id, Query.Filter, Input.Id, cancel);
        Themes = await codeBook.ListAsync(Window.ConsultationId, cancel);
        Dimension = await dimensions.FindAsync(Window.ConsultationId, cancel);
        Quick = await coding.MostGivenAsync(Window.Id, User.StaffId(), Keys, cancel);
        Others = [.. (await presences.OthersAsync(User.StaffId(), Window.Id, cancel)).Where(one => one.SubjectId == Input.Id).Select(one => one.Who)];
        if (Input.Text is not { } text) return;
        Codings = await coding.OfInputAsync(Input.Id, cancel);
        Sentences = MarkedSentence.Of(text, Codings);
        Seen = ReadableExcerpt.StateOf(Codings);
        ModelState.Remove(nameof(Seen));
        if (Codings.Any(one => one.CodedBy != User.StaffId())) Staff = (await accounts.AllAsync(cancel)).ToDictionary(member => member.Id, member => member.Email);
    }
}
