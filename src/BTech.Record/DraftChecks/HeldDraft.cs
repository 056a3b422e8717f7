using BTech.Record.Reports;

namespace BTech.Record.DraftChecks;

/// <summary>What the holder of a read-only code may read.</summary>
/// <param name="Report">The whole report.</param>
/// <param name="Check">Its check.</param>
/// <param name="IsOver">Whether nobody can answer any more.</param>
public sealed record HeldDraft(SummaryReport Report, DraftCheck Check, bool IsOver)
{
    /// <summary>Whether the draft can be read and answered now: not once the check is over, nor while the editors have taken the draft back to change it.</summary>
    public bool IsOpen => !IsOver && Report.Status == ReportStatus.Cleared;
}
