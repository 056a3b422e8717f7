using BTech.Agenda.Windows;
using BTech.Documents.CodeBooks;
using BTech.Record.Coding;
using BTech.Team.Roles;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The consultation's code book: its themes, broader and narrower, and the file in which it leaves the site.</summary>
public sealed class ThemesModel(ReadersDesk desk, CodeBook codeBook, CodeBookHistory history, ThemeMerging merging, ThemeSplitting splitting, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.CodeBooks> bookWords) : PageModel
{
    private readonly InlineValidator<ThemesModel> _validator = new()
    {
        page => page.RuleFor(p => p.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= CodeBook.LongestName)
            .WithMessage(_ => words["Themes.NameMissing"]),
        page => page.RuleFor(p => p.Definition).Must(Fits).WithMessage(_ => bookWords["TextLong"]),
        page => page.RuleFor(p => p.WhenToUse).Must(Fits).WithMessage(_ => bookWords["TextLong"]),
        page => page.RuleFor(p => p.WhenNot).Must(Fits).WithMessage(_ => bookWords["TextLong"]),
        page => page.RuleFor(p => p.Example).Must(Fits).WithMessage(_ => bookWords["TextLong"]),
        page => page.RuleFor(p => p.Broader).Must(broader => string.IsNullOrEmpty(broader) || Guid.TryParse(broader, out _)).WithMessage(_ => bookWords["Broader.Gone"]),
    };

    public CommentWindow Window { get; private set; } = null!;

    /// <summary>The themes, each followed by its narrower ones, with how deep they stand.</summary>
    public IReadOnlyList<(ListedTheme Listed, int Depth)> Themes { get; private set; } = [];

    /// <summary>Themes that were merged into others.</summary>
    public IReadOnlyList<MergedTheme> Merged { get; private set; } = [];

    /// <summary>Themes that were split off others.</summary>
    public IReadOnlyList<SplitTheme> Split { get; private set; } = [];

    /// <summary>The version of the list.</summary>
    public int Version { get; private set; }

    /// <summary>The theme being changed; nothing while a new one is added.</summary>
    public Guid? Edited { get; private set; }

    /// <summary>What a theme may stand under.</summary>
    public IEnumerable<Choice> BroaderThemes => Themes.Where(theme => theme.Listed.Theme.Id != Edited)
        .Select(theme => new Choice(theme.Listed.Theme.Id.ToString(), ThemeNames.Indented(theme.Listed.Theme, theme.Depth)))
        .Prepend(new Choice("", bookWords["Broader.None"]));

    /// <summary>The theme that is to be merged into another.</summary>
    public Guid? Merging { get; private set; }

    /// <summary>What it may be merged into.</summary>
    public IEnumerable<Choice> MergeTargets => Themes.Where(theme => theme.Listed.Theme.Id != Merging)
        .Select(theme => new Choice(theme.Listed.Theme.Id.ToString(), theme.Listed.Theme.Name)).Prepend(new Choice("", bookWords["Merge.Choose"]));

    [BindProperty]
    public Guid? Into { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Broader { get; set; }

    [BindProperty]
    public string? Definition { get; set; }

    [BindProperty]
    public string? WhenToUse { get; set; }

    [BindProperty]
    public string? WhenNot { get; set; }

    [BindProperty]
    public string? Example { get; set; }

    [BindProperty]
    public bool IsCrossCutting { get; set; }

    private ThemeWording Wording => new(Name, Definition, WhenToUse, WhenNot, Example, IsCrossCutting, Guid.TryParse(Broader, out var broader) ? broader : null);

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? edit, Guid? merge, [FromQuery(Name = "name")] string? proposed, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        Merging = merge;
        // Words that were found to want a theme fill in the form; a person writes what it means and sends it.
        if (proposed is { Length: > 0 and <= CodeBook.LongestName }) Name = proposed;
        if (Themes.Select(theme => theme.Listed.Theme).SingleOrDefault(theme => theme.Id == edit) is { } theme)
        {
            (Edited, Name, Broader, IsCrossCutting) = (theme.Id, theme.Name, theme.ParentId?.ToString(), theme.IsCrossCutting);
            (Definition, WhenToUse, WhenNot, Example) = (theme.Definition, theme.WhenToUse, theme.WhenNot, theme.Example);
        }
        return Page();
    }

    /// <summary>The code book as a file. It holds the team's own words only, so nobody signs for it.</summary>
    public async Task<IActionResult> OnGetFileAsync(string slug, int number, string? format, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || Themes.Count == 0 || CodeBookFile.Find(format) is not { } written) return NotFound();
        return File(written.Write(await codeBook.WrittenAsync(Window.ConsultationId, cancel), Version), written.ContentType, $"{Window.Consultation.Slug}-themes.{written.Extension}");
    }

    [Audited("theme added")]
    public async Task<IActionResult> OnPostAddAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        return Answer((await codeBook.AddAsync(Window.ConsultationId, Wording, cancel)).Result);
    }

    [Audited("theme changed")]
    public async Task<IActionResult> OnPostChangeAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || NameOf(theme) is null) return NotFound();
        Edited = theme;
        if (!this.Validates(_validator)) return Page();
        return Answer(await codeBook.ChangeAsync(Window.ConsultationId, theme, Wording, cancel));
    }

    [Audited("theme deleted")]
    public async Task<IActionResult> OnPostDeleteAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || NameOf(theme) is null) return NotFound();
        return Answer(await codeBook.DeleteAsync(Window.ConsultationId, theme, cancel));
    }

    [Audited("themes merged")]
    public async Task<IActionResult> OnPostMergeAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || NameOf(theme) is null) return NotFound();
        Merging = theme;
        var result = Into is { } into && theme != into && NameOf(into) is not null ? await merging.MergeAsync(Window.ConsultationId, theme, into, cancel) : CodingResult.NotThere;
        if (result is CodingResult.Done) return Answer(result);
        ModelState.AddModelError(nameof(Into), bookWords[result is CodingResult.InUse ? "Merge.Broader" : "Merge.Missing"]);
        return Page();
    }

    [Audited("merge of themes taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var result = await merging.TakeBackAsync(Window.ConsultationId, theme, cancel);
        if (result is CodingResult.NotThere) return new NothingDone(Url.Content($"~/moderate/windows/{slug}/{number}/themes"));
        if (result is CodingResult.Done) return Answer(result);
        ModelState.AddModelError("", result is CodingResult.NameTaken ? words["Themes.NameTaken"] : bookWords["Merge.Later"]);
        return Page();
    }

    [Audited("split of a theme taken back")]
    public async Task<IActionResult> OnPostJoinAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var result = await splitting.TakeBackAsync(Window.ConsultationId, theme, cancel);
        if (result is CodingResult.NotThere) return new NothingDone(Url.Content($"~/moderate/windows/{slug}/{number}/themes"));
        if (result is CodingResult.Done) return Answer(result);
        ModelState.AddModelError("", bookWords["Split.Later"]);
        return Page();
    }

    /// <summary>What a theme is called, if it is there.</summary>
    public string? NameOf(Guid? theme) => Themes.Select(listed => listed.Listed.Theme).FirstOrDefault(found => found.Id == theme)?.Name;

    private static bool Fits(string? text) => (text ?? "").Trim().Length <= CodeBook.LongestDefinition;

    private IActionResult Answer(CodingResult result)
    {
        if (result == CodingResult.Done) return RedirectToPage(new { slug = Window.Consultation.Slug, number = Window.Number });
        var (field, reason) = result switch
        {
            CodingResult.NameTaken => (nameof(Name), words["Themes.NameTaken"]),
            CodingResult.Circle => (nameof(Broader), bookWords["Broader.Circle"]),
            CodingResult.TooMany => ("", bookWords["TooMany", CodeBook.MostThemes]),
            CodingResult.InUse => ("", words["Themes.InUse"]),
            _ => (nameof(Broader), bookWords["Broader.Gone"]),
        };
        ModelState.AddModelError(field, reason);
        return Page();
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return false;
        Window = window;
        Themes = ThemeTree.Order(await codeBook.ListAsync(window.ConsultationId, cancel), listed => listed.Theme);
        Merged = await merging.ListAsync(window.ConsultationId, cancel);
        Split = await splitting.ListAsync(window.ConsultationId, cancel);
        Version = await history.VersionAsync(window.ConsultationId, cancel);
        return true;
    }
}
