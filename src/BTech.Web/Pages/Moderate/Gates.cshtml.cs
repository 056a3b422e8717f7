using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Reports.Gates;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The twenty points at which a report is measured, one by one.</summary>
public sealed class GatesModel(ReadersDesk desk, ReportCheck check, ProtectedNames names, Backings backings, AttackerView attacker, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words)
{
    /// <summary>Every gate in its order.</summary>
    public IReadOnlyList<Gate> All { get; private set; } = [];

    /// <summary>Each point with how many of those invited may have said it; nothing where nobody is counted.</summary>
    public IReadOnlyList<(KeyPoint Point, TeamCount PossibleSpeakers)> Speakers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return NotFound();
        All = ReportGates.For(Report, await check.FindAsync(Report, Window.Consultation, await names.ForReportAsync(Window, cancel), cancel), await backings.IsFrozenAsync(Report.WindowId, cancel));
        Speakers = await attacker.OfAsync(Report, Window.Consultation, cancel);
        return Page();
    }
}
