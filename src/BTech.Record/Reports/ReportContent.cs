using System.Security.Cryptography;
using System.Text.Json;

namespace BTech.Record.Reports;

/// <summary>Everything that a version says, in one fixed form, so that its hash shows whether it is still the same.</summary>
public static class ReportContent
{
    /// <summary>SHA-256 over language, title, sections, blocks, statements with their voice and the bands told of them, footnotes, whether there is an annex, and the note of a correction, in order.</summary>
    public static byte[] Hash(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var content = new object?[]
        {
            "btc/report/v1", report.Number, report.Version, report.Language, report.Title, report.EventLine,
            report.Sections.OrderBy(section => section.Order).Select(section => new object?[]
            {
                section.Kind.ToString(), section.FocusAreaNumber, section.Heading,
                section.Blocks.OrderBy(block => block.Order).Select(block => new object?[]
                {
                    block.Kind.ToString(), block.Introduction,
                    block.Statements.OrderBy(statement => statement.Order).Select(statement => new object?[]
                    {
                        statement switch { KeyPoint => "input", HostNote => "host", _ => "fact" }, statement.Text, (statement as HostNote)?.Due, (statement as KeyPoint)?.Told?.ToString(),
                    }),
                }),
            }),
            report.Footnotes.OrderBy(footnote => footnote.Number).Select(footnote => new object?[] { footnote.Number, footnote.Text }), report.HasAnnex, report.CorrectionNote,
        };
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, JsonSerializerOptions.Default));
    }
}
