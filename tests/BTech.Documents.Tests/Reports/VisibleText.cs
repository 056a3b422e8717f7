using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using Markdig;

namespace BTech.Documents.Tests.Reports;

/// <summary>
/// What a reader sees of each file, one entry per heading, paragraph, bullet, line, cell and footnote. Contents, page numbers and
/// the marks of footnotes are each format's own furniture and left out.
/// </summary>
internal static partial class VisibleText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseFootnotes().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseMathematics().UseAbbreviations().Build();

    public static IReadOnlyList<string> OfDocx(byte[] file)
    {
        using var word = new WordText(file);
        return Tidy(word.Paragraphs.Where(paragraph => paragraph.Style is not ("TOC1" or "ContentsHeading")).Select(paragraph => paragraph.Text).Concat(word.Footnotes));
    }

    public static IReadOnlyList<string> OfHtml(byte[] file)
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file));
        page.QuerySelector("nav")?.Remove();
        page.QuerySelector("#footnotes")?.Remove();
        return Blocks(page);
    }

    public static IReadOnlyList<string> OfMarkdown(byte[] file)
    {
        var page = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(Encoding.UTF8.GetString(file), Markdown));
        foreach (var back in page.QuerySelectorAll(".footnote-back-ref")) back.Remove();
        return Blocks(page);
    }

    public static IReadOnlyList<string> OfJson(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var report = json.RootElement;
        var separator = report.GetProperty("language").GetString() == "zh" ? "" : " ";
        var text = new List<string> { report.GetProperty("title").GetString()!, Plain(report.GetProperty("eventLine")) };
        if (report.TryGetProperty("basis", out var basis)) text.Add(basis.GetString()!);
        foreach (var section in report.GetProperty("sections").EnumerateArray())
        {
            text.Add(section.GetProperty("heading").GetString()!);
            foreach (var block in section.GetProperty("blocks").EnumerateArray())
            {
                if (block.TryGetProperty("introduction", out var introduction)) text.Add(Plain(introduction));
                var statements = block.GetProperty("statements").EnumerateArray().Select(statement => Plain(statement.GetProperty("text")));
                if (block.GetProperty("kind").GetString() == "bullets") text.AddRange(statements);
                else text.Add(string.Join(separator, statements));
            }
        }
        if (report.TryGetProperty("participants", out var groups))
        {
            foreach (var group in groups.EnumerateArray())
            {
                text.Add(group.GetProperty("heading").GetString()!);
                text.AddRange(group.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!));
            }
        }
        if (report.TryGetProperty("annex", out var annex)) text.Add(Plain(annex));
        if (report.TryGetProperty("evidence", out var behind))
        {
            text.AddRange([behind.GetProperty("heading").GetString()!, behind.GetProperty("text").GetString()!]);
            foreach (var table in behind.GetProperty("tables").EnumerateArray())
            {
                text.Add(table.GetProperty("caption").GetString()!);
                text.AddRange(table.GetProperty("header").EnumerateArray().Concat(table.GetProperty("rows").EnumerateArray().SelectMany(row => row.EnumerateArray())).Select(cell => cell.GetString()!));
            }
        }
        text.AddRange(report.GetProperty("footnotes").EnumerateArray().Select(note => Plain(note.GetProperty("text"))));
        return Tidy(text);
    }

    /// <summary>What the press is given for a PDF: footnotes last, as in the other formats.</summary>
    public static IReadOnlyList<string> OfSheet(PdfSheet sheet)
    {
        static string Line(IEnumerable<PdfRun> runs) => string.Concat(runs.Select(run => run.Text));
        static IEnumerable<string> Lines(PdfBlock block) => block switch
        {
            PdfParagraph paragraph => [Line(paragraph.Runs)],
            PdfHeading heading => [Line(heading.Runs)],
            PdfBullets list => list.Items.SelectMany(item => item.SelectMany(Lines)),
            PdfTable table => table.Header.Concat(table.Rows.SelectMany(row => row.Select(cell => cell.Runs))).Select(Line),
            PdfLines list => list.Items.SelectMany(item => item.SelectMany(Lines)),
            _ => throw new NotSupportedException(block.GetType().Name),
        };
        return Tidy(new[] { sheet.Title }.Concat(sheet.Lines.Select(Line)).Concat(sheet.Blocks.SelectMany(Lines)).Concat(sheet.Notes.Select(note => Line(note.Runs))).Where(line => line != PdfSheet.Nothing));
    }

    public static IReadOnlyList<string> Of(ReportDocument document, string format)
    {
        if (format == "pdf") return OfSheet(ReportPdf.Sheet(document));
        var file = ReportFormat.Find(format)!.ToBytes(document);
        return format switch
        {
            "docx" => OfDocx(file),
            "html" => OfHtml(file),
            "md" => OfMarkdown(file),
            _ => OfJson(file),
        };
    }

    private static IReadOnlyList<string> Blocks(IDocument page)
    {
        foreach (var mark in page.QuerySelectorAll("sup")) mark.Remove();
        foreach (var mark in page.QuerySelectorAll("a.footnote-ref")) mark.Remove();
        return Tidy(page.QuerySelectorAll("h1, h2, h3, p, li, caption, th, td").Where(block => block.QuerySelector("p") is null).Select(block => block.TextContent));
    }

    private static string Plain(JsonElement inline) => InlineText.Plain(inline.GetString()!);

    private static IReadOnlyList<string> Tidy(IEnumerable<string> text) =>
        [.. text.Select(line => Space().Replace(line, " ").Trim(' ')).Where(line => line.Length > 0)];

    [GeneratedRegex("[ \r\n\t]+")]
    private static partial Regex Space();
}
