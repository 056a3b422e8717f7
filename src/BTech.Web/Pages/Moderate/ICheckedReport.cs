using BTech.Record.Reports;

namespace BTech.Web.Pages.Moderate;

/// <summary>A page that shows what the check found in a report.</summary>
public interface ICheckedReport
{
    SummaryReport Report { get; }

    IReadOnlyList<Finding> Findings { get; }
}
