using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The consultation's second dimension: what its values are, and which.</summary>
public sealed class DimensionModel(ReadersDesk desk, Dimensions dimensions, IStringLocalizer<Words.Coding> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Values { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return NotFound();
        Window = window;
        if (await dimensions.FindAsync(window.ConsultationId, cancel) is { } dimension) (Name, Values) = (dimension.Name, string.Join('\n', dimension.Values.Select(value => value.Name)));
        return Page();
    }

    [Audited("second dimension changed")]
    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return NotFound();
        Window = window;
        var result = await dimensions.ChangeAsync(window.ConsultationId, Name, (Values ?? "").Split('\n'), cancel);
        if (result is CodingResult.Done) return RedirectToPage(new { slug, number, saved = true });
        var (field, reason) = result switch
        {
            CodingResult.NameTaken => (nameof(Values), words["Dimension.Twice"]),
            CodingResult.InUse => (nameof(Values), words["Dimension.InUse"]),
            _ => (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > Dimensions.LongestName ? nameof(Name) : nameof(Values), words["Dimension.Wrong", Dimensions.LongestName]),
        };
        ModelState.AddModelError(field, reason);
        return Page();
    }
}
