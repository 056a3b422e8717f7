using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting;

/// <summary>One way in which a report can give somebody away.</summary>
internal interface ILintRule
{
    /// <summary>Whether reports on meetings are held to it: they have no contributors to compare with, and say what was recorded.</summary>
    bool AppliesToMeetings => false;

    /// <summary>Where the report does it, in reading order.</summary>
    IEnumerable<Finding> Find(LintedReport report);
}
