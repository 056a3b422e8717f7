using BTech.Record.Reports;

namespace BTech.Web.Pages.Moderate;

/// <summary>A page that shows what the check found in a report.</summary>
public interface ICheckedReport
{
    SummaryReport Report { get; }

    IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether the reader may open what only moderators may: the passages.</summary>
    bool IsModerator { get; }

    /// <summary>Whether the reader may ask the second person, or take a request back.</summary>
    bool MayEdit { get; }
}
