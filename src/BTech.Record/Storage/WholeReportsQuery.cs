using BTech.Record.Reports;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>Reports with sections, blocks, statements, evidence and footnotes, each in its order.</summary>
internal static class WholeReportsQuery
{
    public static IQueryable<SummaryReport> WholeReports(this RecordContext record) => record.Reports.AsSplitQuery()
        .Include(report => report.Sections.OrderBy(section => section.Order))
        .ThenInclude(section => section.Blocks.OrderBy(block => block.Order))
        .ThenInclude(block => block.Statements.OrderBy(statement => statement.Order))
        .ThenInclude(statement => ((KeyPoint)statement).Evidence)
        .Include(report => report.Footnotes.OrderBy(footnote => footnote.Number));
}
