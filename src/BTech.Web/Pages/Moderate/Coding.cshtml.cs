using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Lists;
using BTech.Record.SecondCoding;
using BTech.Record.Similarity;
using BTech.Team.Accounts;
using BTech.Team.Presence;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The coding workspace: one input by numbered sentence on one side, the code book on the other.</summary>
public sealed class CodingModel(
    ReadersDesk desk, InputList inputs, Review review, CodeBook codeBook, ThemeMerging merging, ThemeSuggestions suggestions, Dimensions dimensions, ExcerptCoding coding,
    InputMemos memos, SecondReadings readings, Presences presences, TeamNames names,
    IStringLocalizer<Words.Coding> words, IStringLocalizer<Words.Moderate> terms) : OneInputPage(desk, inputs, coding, presences, terms)
{
    /// <summary>How many themes have a key of their own.</summary>
    public const int Keys = 9;

    public IReadOnlyList<ListedTheme> Themes { get; private set; } = [];

    public SecondDimension? Dimension { get; private set; }

    /// <summary>The themes that the reader gave most often in this round, for the number keys.</summary>
    public IReadOnlyList<Guid> Quick { get; private set; } = [];

    /// <summary>Whether the reader asked what this text resembles; not asked for on every page, because the whole round is compared.</summary>
    [FromQuery(Name = "suggest")]
    public bool Suggests { get; set; }

    /// <summary>What its uncoded sentences resemble.</summary>
    public IReadOnlyList<ThemeSuggestion> Suggestions { get; private set; } = [];

    /// <summary>What has just been added, for taking it back.</summary>
    public IReadOnlyList<ReadableExcerpt> Added { get; private set; } = [];

    /// <summary>Whether somebody else changed the codings of this input between opening the form and sending it.</summary>
    [FromQuery(Name = "meanwhile")]
    public bool Meanwhile { get; set; }

    /// <summary>Whether the reader codes this input blind, as second coder.</summary>
    public bool IsBlind { get; private set; }

    /// <summary>The next input that the reader has to code blind.</summary>
    public Guid? NextBlind { get; private set; }

    /// <summary>The coding that is being changed.</summary>
    public Guid? Edited { get; private set; }

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

    /// <summary>Stands for the translation on which the passages are marked; empty on the original.</summary>
    [BindProperty]
    public string? Wording { get; set; }

    /// <summary>What the team noted on the input as a whole.</summary>
    public IReadOnlyList<InputMemo> Memos { get; private set; } = [];

    [BindProperty]
    public Stance NewStance { get; set; }

    [BindProperty]
    public Guid? NewValueId { get; set; }

    [BindProperty]
    public string? NewMemo { get; set; }

    public IEnumerable<SelectListItem> ThemeItems => ThemeTree.Order(Themes, listed => listed.Theme).Select(one => new Choice(
        one.Item.Theme.Id.ToString("D"), ThemeNames.Indented(one.Item.Theme, one.Depth), one.Item.Theme.Definition.Length > 0 ? one.Item.Theme.Definition : null));

    public IEnumerable<SelectListItem> StanceItems =>
        new[] { Stance.Support, Stance.Concern, Stance.Nuance }.Select(stance => new Choice(stance.ToString(), Terms["Stance." + stance]));

    public IEnumerable<SelectListItem> ValueItems =>
        [new SelectListItem(words["Value.None"], ""), .. Dimension!.Values.Select(value => new SelectListItem(value.Name, value.Id.ToString("D")))];

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, string? added, Guid? edit, int? pick, Guid? give, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        ModelState.Clear();
        var ids = (added ?? "").Split(',').Select(one => Guid.TryParse(one, out var found) ? found : Guid.Empty).ToHashSet();
        // A suggestion only fills in the form; a person sends it.
        if (pick is { } sentence) Chosen = [sentence];
        if (give is { } theme) ThemeIds = [theme];
        var page = await ShowAsync(cancel);
        Added = [.. Codings.Where(one => ids.Contains(one.Id) && one.CodedBy == User.StaffId())];
        if (Suggests && Input.Text is not null) Suggestions = await suggestions.OfInputAsync(User.StaffId(), Window.Id, Input.Id, cancel);
        if (Codings.FirstOrDefault(one => one.Id == edit) is { } edited)
            (Edited, NewStance, NewMemo, NewValueId) = (edited.Id, edited.Stance, edited.Memo, edited.Value?.Id);
        return page;
    }

    [Audited("passages coded")]
    public async Task<IActionResult> OnPostCodeAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (Input.Text is null) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        // Whatever the address says: places are counted in the text on which they were marked.
        Side = string.IsNullOrEmpty(Wording) ? "original" : "translation";
        if (Side is "translation" && Input.Translation?.Wording != Wording) return await TranslationChangedAsync(cancel);
        var state = ReadableExcerpt.StateOf(await Coding.OfInputAsync(User.StaffId(), id, cancel));
        if ((Memo ?? "").Trim().Length > ExcerptCoding.LongestMemo) ModelState.AddModelError(nameof(Memo), words["Memo.Long", ExcerptCoding.LongestMemo]);
        await CheckThemesAsync(cancel);
        var passages = PassagesIn(Shown!);
        if (!ModelState.IsValid) return await ShowAsync(cancel);
        var outcome = await Coding.CodeAsync(id, passages, new ThemeChoice(Window.ConsultationId, ThemeIds, Stance, Memo, ValueId), User.StaffId(), Side is "translation" ? Wording : null, cancel);
        if (outcome.Result is CodingResult.TranslationChanged && await OpenAsync(id, query, cancel)) return await TranslationChangedAsync(cancel);
        if (outcome.Result is CodingResult.Done)
            return Back(("added", string.Join(',', outcome.Added)), ("meanwhile", Seen is not null && Seen != state ? "true" : null));
        var (field, reason) = outcome.Result switch
        {
            CodingResult.AlreadyCoded => ("Sentences", "Passage.Already"),
            CodingResult.NoSuchPassage => ("Sentences", "Passage.Missing"),
            CodingResult.Compared => ("Sentences", "Passage.Compared"),
            _ => (nameof(ThemeIds), "Theme.Gone"),
        };
        ModelState.AddModelError(field, words[reason]);
        return await ShowAsync(cancel);
    }

    [Audited("codings taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromQuery] InputQuery query, List<Guid> added, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        if (await Coding.TakeBackAsync(id, added, User.StaffId(), cancel)) return Back();
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
            var result = await Coding.ChangeAsync(id, excerpt, Seen, new ThemeChoice(Window.ConsultationId, [], NewStance, NewMemo, NewValueId), User.StaffId(), cancel);
            if (result is CodingResult.Done) return Back();
            // What the other has made of it stands in the list beside the form, which now means that state.
            if (result is CodingResult.ChangedMeanwhile) ModelState.Remove(nameof(Seen));
            ModelState.AddModelError(nameof(NewMemo), words[result switch { CodingResult.ChangedMeanwhile => "Change.Meanwhile", CodingResult.Compared => "Passage.Compared", _ => "Change.Gone" }]);
        }
        Edited = excerpt;
        return await ShowAsync(cancel);
    }

    [Audited("coding removed")]
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, [FromQuery] InputQuery query, Guid excerpt, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        var there = (await Coding.OfInputAsync(User.StaffId(), id, cancel)).FirstOrDefault(one => one.Id == excerpt);
        if (there is null) return new NothingDone(Here());
        if (there.State != Seen) ModelState.AddModelError("", words["Remove.Meanwhile"]);
        else if (await Coding.RemoveAsync(id, excerpt, User.StaffId(), cancel) is (CodingResult.InUse or CodingResult.Compared) and var result)
            ModelState.AddModelError("", words[result is CodingResult.InUse ? "Remove.InUse" : "Passage.Compared"]);
        else return Back();
        return await ShowAsync(cancel);
    }

    /// <summary>The second coder is done with this input, and goes on with the next one.</summary>
    [Audited("input coded a second time")]
    public async Task<IActionResult> OnPostDoneAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        var done = await readings.FinishAsync(User.StaffId(), id, cancel);
        var next = await readings.NextAsync(User.StaffId(), Window.Id, id, cancel);
        var address = Url.Content(next is { } input ? $"~/moderate/inputs/{input}/coding" : $"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/second-coder");
        return done ? Redirect(address) : new NothingDone(address);
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
        return names.Of(one.CodedBy, User.StaffId());
    }

    // The places mean nothing in another wording: what was chosen is kept, where it goes is asked again.
    private Task<IActionResult> TranslationChangedAsync(CancellationToken cancel)
    {
        (Start, End, Chosen) = (null, null, []);
        foreach (var field in new[] { nameof(Start), nameof(End), "Sentences" }) ModelState.Remove(field);
        ModelState.AddModelError("Sentences", words["Passage.TranslationChanged"]);
        return ShowAsync(cancel);
    }

    // A theme that was merged meanwhile gives way to where its passages are now, and the person looks at it before it counts.
    private async Task CheckThemesAsync(CancellationToken cancel)
    {
        var there = (await codeBook.NamesAsync(Window.ConsultationId, cancel)).Select(theme => theme.Id).ToHashSet();
        var missing = ThemeIds.Where(theme => !there.Contains(theme)).ToList();
        var merged = await merging.SuccessorsAsync(Window.ConsultationId, missing, cancel);
        ThemeIds = [.. ThemeIds.Except(missing).Union(merged.Select(one => one.Into.Id))];
        ModelState.Remove(nameof(ThemeIds));
        foreach (var one in merged) ModelState.AddModelError(nameof(ThemeIds), words["Theme.Merged", one.Theme.Name, one.Into.Name]);
        if (missing.Count > merged.Count) ModelState.AddModelError(nameof(ThemeIds), words["Theme.Gone"]);
        else if (ThemeIds.Count == 0) ModelState.AddModelError(nameof(ThemeIds), words["Theme.Missing"]);
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

    private RedirectResult Back(params (string, string?)[] more) => Redirect(Here(more));

    /// <summary>Where a suggestion has the form filled in, on the text that its sentence is of.</summary>
    public string Fill(ThemeSuggestion one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return On(
            ("text", one.Sentence.InTranslation ? "translation" : "original"), ("suggest", "true"), ("pick", one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("give", one.ThemeId.ToString("D")));
    }

    /// <summary>This page on the same text.</summary>
    public string Here(params (string, string?)[] more) => On([.. more, SideInAddress]);

    private string On(params (string, string?)[] more) => Url.Content($"~/moderate/inputs/{Input.Id}/coding") + Query.With(more);

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        IsBlind = await readings.IsBlindAsync(User.StaffId(), Input.Id, cancel);
        if (IsBlind) NextBlind = await readings.NextAsync(User.StaffId(), Window.Id, Input.Id, cancel);
        Themes = await codeBook.ListAsync(Window.ConsultationId, cancel);
        Dimension = await dimensions.FindAsync(Window.ConsultationId, cancel);
        Quick = await Coding.MostGivenAsync(Window.Id, User.StaffId(), Keys, cancel);
        // The form means what is shown now.
        foreach (var field in new[] { nameof(Seen), nameof(Wording) }) ModelState.Remove(field);
        Wording = ShowsTranslation ? Input.Translation!.Wording : null;
        Memos = Input.Text is null ? [] : await memos.OfInputAsync(User.StaffId(), Input.Id, cancel);
        Seen = ReadableExcerpt.StateOf(Codings);
        if (Codings.Any(one => one.CodedBy != User.StaffId())) await names.ReadAsync(cancel);
        return Page();
    }
}
