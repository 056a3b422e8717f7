using System.Globalization;
using System.Text.RegularExpressions;

namespace BTech.Documents.Papers;

/// <summary>
/// Footnotes of a Markdown text, <c>[^a]</c> and <c>[^a]: …</c>, written as the import of Word files writes them: a number where the note is referred
/// to, and the note itself on a line at the end of that paragraph, because on a page without pages there is no foot.
/// </summary>
internal sealed partial class MarkdownNotes
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <param name="text">The whole text, lines ending in LF.</param>
    public MarkdownNotes(string text)
    {
        var referred = Reference().Matches(text).Select(match => match.Groups["label"].Value).ToHashSet(StringComparer.Ordinal);
        Text = Definition().Replace(text, match =>
        {
            var label = match.Groups["label"].Value;
            // What nothing refers to, or is there a second time, stays where it is.
            return referred.Contains(label) && _notes.TryAdd(label, Spaces().Replace(match.Groups["note"].Value, " ").Trim()) ? "" : match.Value;
        });
    }

    /// <summary>The text without the notes.</summary>
    public string Text { get; }

    /// <summary>The blocks with their notes: in a paragraph at its end, behind anything else as a paragraph of their own. No note is lost.</summary>
    public IEnumerable<PaperBlock> In(IReadOnlyList<PaperBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (_notes.Count == 0 || block.IsHeading || !block.Text.Contains("[^", StringComparison.Ordinal))
            {
                yield return block;
                continue;
            }
            var lines = new List<string>();
            var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
            var text = Reference().Replace(block.Text, match => _notes.TryGetValue(match.Groups["label"].Value, out var note) ? Number(match.Groups["label"].Value, note) : match.Value);
            if (lines.Count == 0)
            {
                yield return block;
                continue;
            }
            var (together, apart) = ($"{text}\\\n{string.Join("\\\n", lines)}", string.Join("\\\n", lines));
            if (together.Length <= PaperMarkdown.LongestBlock && PaperMarkdown.IsRunningText(block.Text))
            {
                yield return block with { Text = together };
                continue;
            }
            if (apart.Length > PaperMarkdown.LongestBlock) throw new PaperRefusedException(PaperFault.ParagraphTooLong, apart[..40]);
            yield return block with { Text = text };
            yield return new PaperBlock(0, apart);

            string Number(string label, string note)
            {
                if (!numbers.TryGetValue(label, out var number))
                {
                    numbers.Add(label, number = (numbers.Count + 1).ToString(CultureInfo.InvariantCulture));
                    lines.Add($"\\[{number}\\] {note}");
                    _written.Add(label);
                }
                return $"\\[{number}\\]";
            }
        }
        // Referred to from a heading alone.
        foreach (var (label, note) in _notes.Where(note => !_written.Contains(note.Key))) yield return new PaperBlock(0, $"\\[^{label}]: {note}");
    }

    // Also before a colon, but for one at the beginning of a line, which is a note's own; and none that the author made safe.
    [GeneratedRegex(@"(?<!\\)\[\^(?<label>[^\]\s\[]{1,60})\](?!(?<=^ {0,3}\[\^[^\]\s\[]{1,60}\]):)", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\]\s\[]{1,60})\]:[ \t]+(?<note>[^\n]*(?:\n(?: {4}|\t)[^\n]*)*)$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
