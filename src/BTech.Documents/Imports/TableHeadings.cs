using System.Text.Json;
using System.Text.RegularExpressions;
using BTech.Record.Imports;

namespace BTech.Documents.Imports;

/// <summary>
/// Which program a table of answers was exported from, told by its first rows, and what its columns are called. LimeSurvey: one row, with the
/// response's id and its last page or start language, as codes, words or both. EUSurvey: one row with "Contribution ID" and a date of creation or last
/// change. Citizen Space: one row with "Response ID" and the date of submission. Qualtrics: three rows, codes, questions and an import id as JSON;
/// its older exports lack the third.
/// </summary>
/// <param name="Channel">The program; a table of none in particular has one row of names.</param>
/// <param name="Rows">How many rows the headings take.</param>
/// <param name="Names">What each column is called.</param>
/// <param name="AboutTheAnswer">Columns of which the program itself says that they are about the answer and hold none.</param>
internal sealed partial record TableHeadings(ImportChannel Channel, int Rows, IReadOnlyList<string> Names, IReadOnlySet<int> AboutTheAnswer)
{
    private const string ImportIdProperty = "ImportId";

    /// <summary>Reads them from the first rows of a table.</summary>
    public static TableHeadings Of(IReadOnlyList<string[]> first)
    {
        var names = first[0].Select(Shortened).ToList();
        var plain = first[0].Select(Folded).ToHashSet(StringComparer.Ordinal);
        if (first.Count > 2 && first[2].Select(ImportId).ToList() is var ids && ids.All(id => id is not null))
            return new TableHeadings(ImportChannel.Qualtrics, 3, [.. first[1].Select(Shortened).Select((question, at) => question.Length > 0 ? question : names[at])],
                // Questions have ids of their own kind; everything else is the program's, or was handed to it with the invitation.
                ids.Index().Where(id => !id.Item!.StartsWith("QID", StringComparison.Ordinal)).Select(id => id.Index).ToHashSet());
        if (plain.Contains("responseid") && plain.Contains("recordeddate"))
            return new TableHeadings(ImportChannel.Qualtrics, first.Count > 1 && first[1].Select(Folded).Contains("recordeddate") ? 2 : 1, names, None);
        var channel = (plain.Contains("id") || plain.Contains("responseid") || plain.Contains("idresponseid")) && plain.Overlaps(["lastpage", "startlanguage", "lastpagelastpage", "startlanguagestartlanguage"]) ? ImportChannel.LimeSurvey
            : plain.Contains("contributionid") && plain.Overlaps(["creationdate", "lastupdate"]) ? ImportChannel.EUSurvey
            : plain.Contains("responseid") && plain.Overlaps(["submitteddate", "datesubmitted", "submitted"]) ? ImportChannel.CitizenSpace
            : ImportChannel.Table;
        return new TableHeadings(channel, 1, names, None);
    }

    private static IReadOnlySet<int> None { get; } = new HashSet<int>();

    /// <summary>Letters and digits alone, small.</summary>
    public static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A name on one line without markup, no longer than the name of a part may be.</summary>
    public static string Shortened(string name)
    {
        var line = string.Join(' ', Tag().Replace(Block().Replace(name, " "), "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= ImportBook.LongestSource) return line;
        var end = ImportBook.LongestSource - 1;
        return line[..(char.IsLowSurrogate(line[end]) ? end - 1 : end)].TrimEnd() + "…";
    }

    private static string? ImportId(string cell)
    {
        if (!cell.TrimStart().StartsWith('{')) return null;
        try
        {
            using var json = JsonDocument.Parse(cell);
            return json.RootElement.TryGetProperty(ImportIdProperty, out var id) ? id.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("<[^<>]{1,200}>")]
    private static partial Regex Tag();

    // What a browser begins a new line at.
    [GeneratedRegex("</?(p|div|br|li|ul|ol|h[1-6]|td|tr)\\b[^<>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
