using System.Text.RegularExpressions;
using BTech.Agenda.Consultations;
using BTech.Documents.Papers;
using BTech.Record.Imports;

namespace BTech.Documents.Imports;

/// <summary>
/// Takes a running text apart. Under a heading that names a focus area everything belongs to that area, down to the next heading of the same or a
/// higher level; elsewhere each passage is a part of its own, to be given its place by a person.
/// </summary>
internal static partial class NoteReading
{
    // A line that names a focus area and is longer than this, or ends like a sentence, speaks of it.
    private const int LongestHeading = 160;

    /// <summary>Headings and paragraphs of a plain text: Markdown's headings, and lines that are the name of a focus area; empty lines divide paragraphs.</summary>
    public static IReadOnlyList<PaperBlock> Blocks(string text, IReadOnlyCollection<FocusArea> areas)
    {
        var blocks = new List<PaperBlock>();
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
        {
            var signs = Heading().Match(line);
            if (signs.Success || IsHeading(line, areas))
            {
                End();
                blocks.Add(signs.Success ? new PaperBlock(signs.Groups[1].Length, signs.Groups[2].Value) : new PaperBlock(1, line.Trim()));
            }
            else if (line.Length == 0) End();
            else paragraph.Add(line);
        }
        End();
        return blocks;

        void End()
        {
            if (paragraph.Count > 0) blocks.Add(new PaperBlock(0, string.Join('\n', paragraph).Trim()));
            paragraph.Clear();
        }
    }

    /// <summary>Whether a line is the name of a focus area and nothing more.</summary>
    public static bool IsHeading(string line, IReadOnlyCollection<FocusArea> areas) =>
        line.Length is > 0 and <= LongestHeading && !line.Contains('\n', StringComparison.Ordinal) && line[^1] is not ('.' or '。' or '!' or '?' or ';' or ',') && AreaNames.Find(line, areas) is not null;

    public static ImportReading Read(ImportChannel channel, IReadOnlyList<PaperBlock> blocks, IReadOnlyCollection<FocusArea> areas, int? rest)
    {
        var parts = Parts(blocks, areas, rest, together: false);
        // Hundreds of single choices nobody makes: then whole sections.
        if (parts.Count > ImportDraft.MostParts) parts = Parts(blocks, areas, rest, together: true);
        return parts.Count == 0 ? ImportReading.Refused(ImportFault.Empty)
            : parts.Count > ImportDraft.MostParts ? ImportReading.Refused(ImportFault.TooManyParts)
            : new ImportReading(new ImportDraft(channel, IsRunning: true, parts, []));
    }

    private static List<ImportPart> Parts(IReadOnlyList<PaperBlock> blocks, IReadOnlyCollection<FocusArea> areas, int? rest, bool together)
    {
        var parts = new List<ImportPart>();
        var (name, area, level) = ((string?)null, (int?)null, 0);
        List<string>? open = null;
        foreach (var block in blocks)
        {
            if (block.IsHeading)
            {
                var named = AreaNames.Find(block.Text, areas)?.Number;
                if (named is not null || block.Level <= level) (area, level) = (named, named is null ? 0 : block.Level);
                (name, open) = (TableHeadings.Shortened(block.Text), null);
            }
            else if (block.Text.Length > 0)
            {
                if (open is null || (area is null && !together)) parts.Add(new ImportPart(name, open = [], area ?? rest));
                open.Add(block.Text);
            }
        }
        return parts;
    }

    [GeneratedRegex(@"^(#{1,6})[ \t]+(\S.*?)[ \t]*#*$")]
    private static partial Regex Heading();
}
