using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The inputs of a sealed window, in the reader's own order.</summary>
public sealed class InputsModel(
    ReadersDesk desk, InputList inputs, Review review, CodeBook codeBook, ReasonWords reasons, SpokenLanguages spoken, SavedFilters saved, IStringLocalizer<Words.Reviewing> reviewing) : PageModel
{
    private const int Shown = 280;

    public CommentWindow Window { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public InputQuery Query { get; set; } = new();

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Groups and languages to narrow by, when the reader asked for them.</summary>
    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public bool ShowsParts => Query.Parts || Query.Filter.Group is not null || Query.Filter.Language is not null;

    public InputPage Listed { get; private set; } = null!;

    /// <summary>Views that the team comes back to.</summary>
    public IReadOnlyList<SavedFilter> Kept { get; private set; } = [];

    /// <summary>What to call the view that is to be kept.</summary>
    [BindProperty]
    public string? ViewName { get; set; }

    /// <summary>Ids of the ticked inputs.</summary>
    [BindProperty]
    public List<Guid> Ticked { get; set; } = [];

    [BindProperty]
    public string? SetAsideReason { get; set; }

    /// <summary>What was set aside together just now, to be taken back.</summary>
    [FromQuery(Name = "aside")]
    public List<Guid> Aside { get; set; } = [];

    /// <summary>How many of them came back, after that.</summary>
    [FromQuery(Name = "back")]
    public int? CameBack { get; set; }

    /// <summary>Whether some of them did not.</summary>
    [FromQuery(Name = "stayed")]
    public bool SomeStayed { get; set; }

    /// <summary>Whether the reader comes from an input that was withdrawn while it was open.</summary>
    [FromQuery(Name = "gone")]
    public bool IsGone { get; set; }

    public IEnumerable<Choice> ReasonItems => reasons.Choices(CurrentLanguage.Of(HttpContext));

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? after, Guid? before, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? await ShowAsync(after, before, cancel) : NotFound();

    [Audited("inputs set aside together")]
    public async Task<IActionResult> OnPostSetAsideAsync(string slug, int number, Guid? after, Guid? before, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (Ticked.Count == 0) ModelState.AddModelError(nameof(Ticked), reviewing["Bulk.NoneChosen"]);
        if (string.IsNullOrEmpty(SetAsideReason)) ModelState.AddModelError(nameof(SetAsideReason), reviewing["Bulk.ReasonMissing"]);
        if (!ModelState.IsValid) return await ShowAsync(after, before, cancel);
        var (result, done) = await review.SetAsideAsync(Window.Id, Ticked.Take(InputList.PageLength).ToList(), SetAsideReason, reasons.Own, User.StaffId(), cancel);
        switch (result)
        {
            case ReviewResult.Done: return Back([.. done.Select(id => ("aside", id.ToString("D")))]);
            case ReviewResult.ReasonMissing: ModelState.AddModelError(nameof(SetAsideReason), reviewing["Bulk.ReasonMissing"]); break;
            default: ModelState.AddModelError(nameof(Ticked), reviewing["Bulk.Gone"]); break;
        }
        return await ShowAsync(after, before, cancel);
    }

    [Audited("inputs set aside together taken back")]
    public async Task<IActionResult> OnPostUndoAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var wanted = Ticked.Take(InputList.PageLength).ToList();
        var back = await review.UndoAsync(Window.Id, wanted, User.StaffId(), cancel);
        var list = Back(("back", back.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("stayed", back.Count < wanted.Count ? "true" : ""));
        return back.Count > 0 ? list : new NothingDone(list.Url);
    }

    [Audited("view of the inputs kept")]
    public async Task<IActionResult> OnPostKeepAsync(string slug, int number, Guid? after, Guid? before, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (await saved.KeepAsync(Window.Id, ViewName, Query.With(), cancel)) return Back();
        ModelState.AddModelError(nameof(ViewName), Query.With().Length == 0 ? reviewing["Views.NoFilter"] : reviewing["Views.NameMissing"]);
        return await ShowAsync(after, before, cancel);
    }

    [Audited("view of the inputs dropped")]
    public async Task<IActionResult> OnPostDropAsync(string slug, int number, Guid view, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var back = Back();
        return await saved.DropAsync(Window.Id, view, cancel) ? back : new NothingDone(back.Url);
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        // A filter in the address that cannot be read is no filter.
        ModelState.Clear();
        await reasons.ReadAsync(window, cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(Guid? after, Guid? before, CancellationToken cancel)
    {
        Themes = await codeBook.NamesAsync(Window.ConsultationId, cancel);
        if (ShowsParts) await OfferPartsAsync(cancel);
        Kept = await saved.OfWindowAsync(Window.Id, cancel);
        Listed = await inputs.PageAsync(User.StaffId(), Window.Id, Query.Filter, after, before, cancel);
        return Page();
    }

    private RedirectResult Back(params (string Name, string? Value)[] more) =>
        Redirect(Url.Content($"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/inputs") + Query.With(more));

    private async Task OfferPartsAsync(CancellationToken cancel)
    {
        var (languages, groups) = await spoken.NarrowableAsync(Window.Id, cancel);
        var page = CurrentLanguage.Of(HttpContext);
        Groups = [.. groups.Select(label => new Choice(label, GroupNames.Of(Window, label, page)))];
        Languages = [.. languages.Select(code => new Choice(code, Language.Find(code)?.NativeName ?? code))];
    }

    /// <summary>Why an input was set aside, in words.</summary>
    public string SetAsideFor(ReadableInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return reasons.Of(input.SetAsideReason, CurrentLanguage.Of(HttpContext));
    }

    /// <summary>What an input is called: its kind and place, nothing that tells it from others.</summary>
    internal static string Name(IStringLocalizer<Words.Moderate> words, ReadableInput input)
    {
        var kind = words["Kind." + input.Kind].Value;
        return input.ParagraphNumber is { } paragraph ? words["Input.NameParagraph", kind, paragraph]
            : input.FocusAreaNumber is { } area ? words["Input.NameArea", kind, area]
            : words["Input.NameOverall", kind];
    }

    /// <summary>The first words of a text on one line.</summary>
    internal static string Beginning(MaskedText text, int codePoints = Shown)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Beginning(text.Read(), codePoints);
    }

    /// <summary>Likewise of words that may be read.</summary>
    internal static string Beginning(string text, int codePoints = Shown)
    {
        var words = text.ReplaceLineEndings(" ");
        return CodePoints.Count(words) <= codePoints ? words : CodePoints.Slice(words, 0, codePoints).TrimEnd() + "…";
    }
}
