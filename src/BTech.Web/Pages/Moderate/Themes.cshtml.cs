using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Team.Roles;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The consultation's code book.</summary>
public sealed class ThemesModel(ReadersDesk desk, CodeBook codeBook, IStringLocalizer<Words.Moderate> words) : PageModel
{
    private readonly InlineValidator<ThemesModel> _validator = new()
    {
        page => page.RuleFor(p => p.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= CodeBook.LongestName)
            .WithMessage(_ => words["Themes.NameMissing"]),
        page => page.RuleFor(p => p.Definition).Must(text => (text ?? "").Trim().Length <= CodeBook.LongestDefinition)
            .WithMessage(_ => words["Themes.DefinitionLong"]),
    };

    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<ListedTheme> Themes { get; private set; } = [];

    /// <summary>The theme being changed; nothing while a new one is added.</summary>
    public Guid? Edited { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Definition { get; set; }

    [BindProperty]
    public bool IsCrossCutting { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, Guid? edit, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (Themes.SingleOrDefault(theme => theme.Theme.Id == edit)?.Theme is { } theme)
            (Edited, Name, Definition, IsCrossCutting) = (theme.Id, theme.Name, theme.Definition, theme.IsCrossCutting);
        return Page();
    }

    [Audited("theme added")]
    public async Task<IActionResult> OnPostAddAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        return Answer((await codeBook.AddAsync(Window.ConsultationId, Name, Definition, IsCrossCutting, null, cancel)).Result);
    }

    [Audited("theme changed")]
    public async Task<IActionResult> OnPostChangeAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        Edited = theme;
        if (!this.Validates(_validator)) return Page();
        return Answer(await codeBook.ChangeAsync(Window.ConsultationId, theme, Name, Definition, IsCrossCutting, cancel));
    }

    [Audited("theme deleted")]
    public async Task<IActionResult> OnPostDeleteAsync(string slug, int number, Guid theme, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        return Answer(await codeBook.DeleteAsync(Window.ConsultationId, theme, cancel));
    }

    private IActionResult Answer(CodingResult result)
    {
        switch (result)
        {
            case CodingResult.Done:
                return RedirectToPage(new { slug = Window.Consultation.Slug, number = Window.Number });
            case CodingResult.NameTaken:
                ModelState.AddModelError(nameof(Name), words["Themes.NameTaken"]);
                return Page();
            case CodingResult.InUse:
                ModelState.AddModelError("", words["Themes.InUse"]);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return false;
        Window = window;
        Themes = await codeBook.ListAsync(window.ConsultationId, cancel);
        return true;
    }
}
