using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Splits a theme: passages of it are ticked and go over to a new one.</summary>
public sealed class ThemesSplitModel(
    ReadersDesk desk, CodeBook codeBook, ThemeSplitting splitting, ExcerptCoding coding, IStringLocalizer<Words.Moderate> terms, IStringLocalizer<Words.CodeBooks> words) : PageModel
{
    /// <summary>So many passages stand on the page at most; who wants to move more splits again, or merges.</summary>
    public const int MostPassages = 500;

    public CommentWindow Window { get; private set; } = null!;

    /// <summary>The theme that is split.</summary>
    public Theme Theme { get; private set; } = null!;

    /// <summary>Its passages in this round.</summary>
    public IReadOnlyList<ReadableExcerpt> Passages { get; private set; } = [];

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Those that go.</summary>
    [BindProperty]
    public List<Guid> Ticked { get; set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Definition { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid theme, CancellationToken cancel) => await OpenAsync(slug, number, theme, cancel) ? Page() : NotFound();

    [Audited("theme split")]
    public async Task<IActionResult> OnPostAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, theme, cancel)) return NotFound();
        ModelState.Clear();
        if ((Definition ?? "").Trim().Length > CodeBook.LongestDefinition) ModelState.AddModelError(nameof(Definition), words["TextLong"]);
        if (Ticked.Count == 0) ModelState.AddModelError(nameof(Ticked), words["Split.NoneTicked"]);
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > CodeBook.LongestName) ModelState.AddModelError(nameof(Name), terms["Themes.NameMissing"]);
        if (!ModelState.IsValid) return Page();
        var (result, _) = await splitting.SplitAsync(Window.ConsultationId, Window.Id, theme, Ticked, new ThemeWording(Name, Definition), User.StaffId(), cancel);
        if (result is CodingResult.Done) return RedirectToPage("/Moderate/Themes", new { slug, number });
        var (field, reason) = result switch
        {
            CodingResult.NameTaken => (nameof(Name), terms["Themes.NameTaken"]),
            CodingResult.TooMany => ("", words["TooMany", CodeBook.MostThemes]),
            _ => (nameof(Ticked), words["Split.Meanwhile"]),
        };
        ModelState.AddModelError(field, reason);
        return Page();
    }

    private async Task<bool> OpenAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        if ((await codeBook.NamesAsync(window.ConsultationId, cancel)).FirstOrDefault(one => one.Id == theme) is not { } found) return false;
        (Window, Theme) = (window, found);
        var all = await coding.OfWindowAsync(User.StaffId(), window.Id, null, theme, cancel);
        (Passages, IsCut) = ([.. all.Take(MostPassages)], all.Count > MostPassages);
        return true;
    }
}
