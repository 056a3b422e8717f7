using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Tests.Reports;

/// <summary>The headings of a file with their levels, in the order in which they are read.</summary>
internal static class Headings
{
    public static IReadOnlyList<(int Level, string Text)> OfDocx(byte[] file)
    {
        using var word = new WordText(file);
        var levels = word.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(style => style.StyleParagraphProperties?.OutlineLevel is not null)
            .ToDictionary(style => style.StyleId!.Value!, style => style.StyleParagraphProperties!.OutlineLevel!.Val!.Value + 1);
        return [.. word.Paragraphs.Where(paragraph => levels.ContainsKey(paragraph.Style)).Select(paragraph => (levels[paragraph.Style], paragraph.Text))];
    }

    public static IReadOnlyList<(int Level, string Text)> OfHtml(byte[] file) => Of(Encoding.UTF8.GetString(file));

    public static IReadOnlyList<(int Level, string Text)> OfMarkdown(byte[] file) => Of(Markdig.Markdown.ToHtml(Encoding.UTF8.GetString(file)));

    public static IReadOnlyList<(int Level, string Text)> OfJson(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var report = json.RootElement;
        var headings = new List<(int Level, string Text)> { (1, report.GetProperty("title").GetString()!) };
        foreach (var section in report.GetProperty("sections").EnumerateArray())
        {
            headings.Add((2, section.GetProperty("heading").GetString()!));
            if (section.GetProperty("kind").GetString() != "participants" || !report.TryGetProperty("participants", out var groups)) continue;
            headings.AddRange(groups.EnumerateArray().Select(group => (3, group.GetProperty("heading").GetString()!)));
        }
        if (report.TryGetProperty("evidence", out var behind)) headings.Add((2, behind.GetProperty("heading").GetString()!));
        return headings;
    }

    private static List<(int Level, string Text)> Of(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => (heading.LocalName[1] - '0', heading.TextContent))];
}
