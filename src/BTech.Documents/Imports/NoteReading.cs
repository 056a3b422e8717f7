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
            if (signs.Success || Naming(line, names) is not null)
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

    /// <summary>A line that is the name of a focus area, and what else it says; nothing where it is none.</summary>
    private static (string Name, string? Said)? Naming(string line, AreaNames names) =>
        line.Length is 0 or > LongestHeading || line.Contains('\n', StringComparison.Ordinal) || line[^1] is '.' or '。' or '!' or '?' or ';' or ',' ? null
        : names.IsName(line) ? (line, null)
        : names.Divide(line) is var (name, said) ? (name, said) : null;

    /// <summary>
    /// Makes headings of the blocks that are the name of a focus area. Words beside a name are lost in a heading, so they become a text of their own
    /// unless they are as short as a title and a text follows that they can be the title of.
    /// </summary>
    private static List<PaperBlock> Named(IReadOnlyList<PaperBlock> blocks, AreaNames names)
    {
        var named = new List<PaperBlock>(blocks.Count);
        // Asked once for each block, and before, because whether words are a title depends on what follows.
        var namings = blocks.Select(block => block.IsHeading ? null : Naming(block.Text, names)).ToList();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            if (namings[at] is not var (name, said)) named.Add(block);
            else if (said is null || (said.Length <= LongestTitle && IsText(at + 1))) named.Add(new PaperBlock(1, block.Text));
            else named.AddRange([new PaperBlock(1, name), new PaperBlock(0, said)]);
        }
        return named;

        bool IsText(int at) => at < blocks.Count && !blocks[at].IsHeading && namings[at] is null;
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
