using BTech.Agenda.Windows;
using BTech.Record.Reports;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Begins the report on a window, or leads to the one that was begun.</summary>
public sealed class BeginReportModel(ReadersDesk desk, SummaryReports reports, IStringLocalizer<Words.Moderate> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    [BindProperty]
    public string? Language { get; set; } = BTech.Languages.Language.English.Code;

    public IEnumerable<SelectListItem> LanguageItems => BTech.Languages.Language.All.Select(language => new SelectListItem(language.NativeName, language.Code));

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return NotFound();
        Window = window;
        return await reports.OfWindowAsync(window.Id, cancel) is { } report ? Redirect(Address(report.Number)) : Page();
    }

    [Audited("report begun")]
    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return NotFound();
        Window = window;
        if (BTech.Languages.Language.Find(Language) is not { } language)
        {
            ModelState.AddModelError(nameof(Language), words["Begin.LanguageMissing"]);
            return Page();
        }
        return Redirect(Address(await reports.CreateAsync(window.Consultation, window, language, User.StaffId(), cancel)));
    }

    private string Address(int report) => Url.Content(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"~/moderate/reports/{report}"));
}
