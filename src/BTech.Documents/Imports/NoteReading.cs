using System.Text.RegularExpressions;
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

    // What stands after "Focus area 2:" and is longer than this is said, and no title.
    private const int LongestTitle = 60;

    /// <summary>Headings and paragraphs of a plain text: Markdown's headings, and lines that may be the name of a focus area; empty lines divide paragraphs.</summary>
    public static IReadOnlyList<PaperBlock> Blocks(string text, AreaNames names)
    {
        var blocks = new List<PaperBlock>();
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
        {
            var signs = Heading().Match(line);
            if (signs.Success || IsNaming(line, names))
            {
                End();
                blocks.Add(signs.Success ? new PaperBlock(signs.Groups[1].Length, signs.Groups[2].Value) : new PaperBlock(0, line.Trim()));
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

    public static ImportReading Read(ImportChannel channel, IReadOnlyList<PaperBlock> blocks, AreaNames names, int? rest)
    {
        var named = Named(blocks, names);
        var parts = Parts(named, names, rest, together: false);
        // Hundreds of single choices nobody makes: then whole sections.
        if (parts.Count > ImportDraft.MostParts) parts = Parts(named, names, rest, together: true);
        return parts.Count == 0 ? ImportReading.Refused(ImportFault.Empty)
            : parts.Count > ImportDraft.MostParts ? ImportReading.Refused(ImportFault.TooManyParts)
            : new ImportReading(new ImportDraft(channel, IsRunning: true, parts, []));
    }

    private static bool IsNaming(string line, AreaNames names) =>
        line.Length is > 0 and <= LongestHeading && !line.Contains('\n', StringComparison.Ordinal) && line[^1] is not ('.' or '。' or '!' or '?' or ';' or ',')
        && (names.IsName(line) || names.Divide(line) is not null);

    /// <summary>
    /// Makes headings of the blocks that are the name of a focus area. Words beside a name are lost in a heading, so they become a text of their own
    /// unless they are as short as a title and a text follows that they can be the title of.
    /// </summary>
    private static List<PaperBlock> Named(IReadOnlyList<PaperBlock> blocks, AreaNames names)
    {
        var named = new List<PaperBlock>(blocks.Count);
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            if (block.IsHeading || !IsNaming(block.Text, names)) named.Add(block);
            else if (names.IsName(block.Text) || names.Divide(block.Text) is not var (name, said) || (said.Length <= LongestTitle && IsText(at + 1))) named.Add(new PaperBlock(1, block.Text));
            else named.AddRange([new PaperBlock(1, name), new PaperBlock(0, said)]);
        }
        return named;

        bool IsText(int at) => at < blocks.Count && !blocks[at].IsHeading && !IsNaming(blocks[at].Text, names);
    }

    private static List<ImportPart> Parts(IReadOnlyList<PaperBlock> blocks, AreaNames names, int? rest, bool together)
    {
        var parts = new List<ImportPart>();
        var (name, area, level) = ((string?)null, (int?)null, 0);
        List<string>? open = null;
        foreach (var block in blocks)
        {
            if (block.IsHeading)
            {
                var named = names.FindIn(block.Text)?.Number;
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
