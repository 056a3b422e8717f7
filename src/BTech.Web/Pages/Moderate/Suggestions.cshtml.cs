using BTech.Agenda.Windows;
using BTech.Record.Coding;
using BTech.Record.Similarity;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>Uncoded sentences that resemble what is coded, with the reasons, and the views against each other under a theme. It only shows: people code, and may decide against a suggestion.</summary>
public sealed class SuggestionsModel(ReadersDesk desk, ThemeSuggestions suggestions, CodeBook codeBook) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public SuggestedThemes Found { get; private set; } = null!;

    /// <summary>The theme asked for; what cannot be read or is not in the code book means all.</summary>
    [FromQuery(Name = "theme")]
    public string? AskedTheme { get; set; }

    /// <summary>The focus area asked for, likewise.</summary>
    [FromQuery(Name = "area")]
    public string? AskedArea { get; set; }

    /// <summary>A suggestion that was decided against just now, for taking that back.</summary>
    [FromQuery(Name = "dismissed")]
    public Guid? JustDismissed { get; set; }

    public Theme? Theme { get; private set; }

    public int? Area { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        Found = await suggestions.OfWindowAsync(User.StaffId(), Window.Id, Theme?.Id, Area, cancel);
        return Page();
    }

    [Audited("suggestion decided against")]
    public async Task<IActionResult> OnPostDismissAsync(string slug, int number, Guid input, bool inTranslation, int start, int end, Guid suggested, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        return await suggestions.DismissAsync(Window.Id, new SuggestedPlace(input, suggested, inTranslation, start, end), User.StaffId(), cancel) is { } id ? Redirect(Here(("dismissed", id.ToString("D")))) : new NothingDone(Here());
    }

    [Audited("decision against a suggestion taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, int number, Guid decision, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        return await suggestions.TakeBackAsync(Window.Id, decision, cancel) ? Redirect(Here()) : new NothingDone(Here());
    }

    /// <summary>The page's address under the same filters.</summary>
    public string Here(params (string Name, string? Value)[] more) => Url.Content($"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/suggestions")
        + AddressText.Query([("theme", Theme?.Id.ToString("D")), ("area", Area?.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. more]);

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return false;
        (Window, Themes) = (window, await codeBook.NamesAsync(window.ConsultationId, cancel));
        Theme = Guid.TryParse(AskedTheme, out var theme) ? Themes.FirstOrDefault(one => one.Id == theme) : null;
        Area = int.TryParse(AskedArea, out var area) && window.Consultation.FocusAreas.Any(one => one.Number == area) ? area : null;
        return true;
    }

    /// <summary>What a theme is called.</summary>
    public string NameOf(Guid theme) => Themes.FirstOrDefault(one => one.Id == theme)?.Name ?? "";
}
