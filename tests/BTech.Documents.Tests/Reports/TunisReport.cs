using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BTech.Documents.Reports;

namespace BTech.Documents.Tests.Reports;

/// <summary>The sample's first report as our own file, with its invented list.</summary>
internal static class TunisReport
{
    private static readonly Dictionary<string, string> GroupNames = new()
    {
        ["states"] = "States",
        ["companies"] = "Companies",
        ["civil-society"] = "Civil society",
        ["advisers"] = "Advisers",
        ["multi-stakeholder"] = "Multi-stakeholder initiatives",
        ["academia"] = "Academia",
        ["nhris"] = "National human rights institutions",
        ["investors"] = "Investors",
    };

    public static ReportFile File()
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Sample", "report-1.json"));
        return ReportJson.Read(stream);
    }

    public static ReportDocument Document() =>
        new(File().ToReport(Guid.NewGuid(), Guid.NewGuid()), Groups(), ReportFurniture.English);

    public static IReadOnlyList<ListedGroup> Groups()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sample", "participants-1.json")));
        return [.. json.RootElement.GetProperty("participants").EnumerateArray()
            .GroupBy(person => person.GetProperty("group").GetString()!)
            .Select(group => new ListedGroup(GroupNames[group.Key], [.. group.Select(person => new ListedParticipant(
                person.GetProperty("name").GetString(),
                person.GetProperty("organisation").GetString(),
                person.GetProperty("honorific").GetString(),
                person.GetProperty("role").GetString()))]))];
    }

    public static string Name(string label) => GroupNames[label];
}

/// <summary>The published report's own Markdown, with the conversion's noise taken out and nothing else.</summary>
internal static partial class PublishedTunisReport
{
    private static readonly string[] Lines = Clean();

    public static string Title => Lines[0].TrimStart('#', ' ');

    public static string EventLine => Lines.First(line => line.StartsWith("### *UN", StringComparison.Ordinal)).Trim('#', ' ', '*');

    public static IReadOnlyList<string> Headings =>
        [.. Lines.Skip(2).Where(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ', '*'))];

    /// <summary>Paragraphs and bullets of the body in order, bold marks left in.</summary>
    public static IReadOnlyList<string> Body =>
        [.. Lines.TakeWhile(line => !line.Contains("List of participants", StringComparison.Ordinal)).Where(line => !line.StartsWith('#'))];

    public static IReadOnlyList<string> Bullets =>
        [.. Body.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => WithoutMarks(line[2..]))];

    /// <summary>Word for word; only the sentence that introduces the list of focus areas stands with its list instead of at the end of the paragraph before.</summary>
    public static IReadOnlyList<string> Paragraphs => [.. Body.SelectMany(line => ListIntroduction().Split(line)).Select(line => WithoutMarks(line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line))];

    public static IReadOnlyList<string> BoldPhrases => [.. Body.SelectMany(line => Bold().Matches(line)).Select(match => match.Groups[1].Value)];

    public static IReadOnlyList<string> Footnotes =>
        [.. System.IO.File.ReadAllLines(Source).Select(line => Footnote().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    public static IReadOnlyList<(string Group, int Lines)> ListedGroups =>
        [.. Lines.SkipWhile(line => !line.Contains("List of participants", StringComparison.Ordinal)).Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..].Split(": ")).Select(pair => (pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)))];

    private static string Source => Path.Combine(AppContext.BaseDirectory, "Fixtures", "tunis-2019.md");

    private static string WithoutMarks(string line) =>
        MailLink().Replace(line, "$1").Replace("*", string.Empty, StringComparison.Ordinal);

    private static string[] Clean() =>
        [.. System.IO.File.ReadAllLines(Source)
            .Where(line => line.Trim() is not ("" or "---") && !line.StartsWith("<!--", StringComparison.Ordinal) && !Footnote().IsMatch(line))
            .Select(line => line.Replace("<sup>th</sup>", "th", StringComparison.Ordinal).Replace("Project .", "Project.", StringComparison.Ordinal))
            .Select(line => Reference().Replace(line, string.Empty).Trim())];

    [GeneratedRegex(@"^<sup>[0-9]+</sup>\s*<(https://[^>]+)>$")]
    private static partial Regex Footnote();

    [GeneratedRegex(" (?=Participants offered inputs)")]
    private static partial Regex ListIntroduction();

    [GeneratedRegex("<sup>[0-9]+</sup>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[([^\]]+)\]\(mailto:[^)]+\)")]
    private static partial Regex MailLink();
}
