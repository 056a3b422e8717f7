using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Record.SecondCoding;
using BTech.Team.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>How far two readings of a round agree, theme by theme, and how to read that.</summary>
public sealed class AgreementModel(ReadersDesk desk, ReadingAgreements agreements) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public ReadingAgreement Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return NotFound();
        (Window, Found) = (window, await agreements.OfWindowAsync(window.Id, cancel));
        return Page();
    }

    /// <summary>Alpha with three digits, as it is usually told; a dash where it cannot be.</summary>
    public static string Written(double? alpha) => alpha?.ToString("N3", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>A part in whole percent.</summary>
    public static string Percent(double? part) => part?.ToString("P0", CultureInfo.CurrentCulture) ?? "–";
}
