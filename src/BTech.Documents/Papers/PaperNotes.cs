using System.Text.RegularExpressions;
using BTech.Record.Reports;
using Markdig.Syntax;

namespace BTech.Documents.Papers;

/// <summary>
/// A paragraph's text apart from its notes: lines "[1] …" at its end to which the text before refers by "[1]" are notes, as the import writes them.
/// Files with pages set them at the foot of the page.
/// </summary>
/// <param name="Runs">The text; a reference has its note's place in the list, from 1.</param>
/// <param name="Notes">The notes in the order of their references, with the number that each had.</param>
internal sealed partial record PaperNotes(IReadOnlyList<InlineText.Run> Runs, IReadOnlyList<(string Number, IReadOnlyList<InlineText.Run> Runs)> Notes)
{
    public static PaperNotes Of(LeafBlock leaf)
    {
        var lines = new List<List<InlineText.Run>> { new() };
        foreach (var run in Joined(PaperRuns.Of(leaf)))
            if (run.Text == PaperRuns.EndOfLine) lines.Add([]);
            else lines[^1].Add(run);

        var found = new Dictionary<string, IReadOnlyList<InlineText.Run>>(StringComparer.Ordinal);
        while (lines.Count > 1 && lines[^1] is [var first, ..] && NoteLine().Match(first.Text) is { Success: true } line && line.Groups["number"].Value is var number
            && lines.Take(lines.Count - 1).Any(before => before.Exists(run => run.Text.Contains($"[{number}]", StringComparison.Ordinal)))
            && found.TryAdd(number, [.. lines[^1].Select((run, at) => at == 0 ? run with { Text = run.Text[line.Length..] } : run)])) lines.RemoveAt(lines.Count - 1);

        var (runs, notes) = (new List<InlineText.Run>(), new List<(string, IReadOnlyList<InlineText.Run>)>());
        foreach (var line in lines)
        {
            if (runs.Count > 0) runs.Add(new InlineText.Run(PaperRuns.EndOfLine));
            foreach (var run in line) runs.AddRange(Referred(run, found, notes));
        }
        return new PaperNotes(runs, notes);
    }

    // Each note has one reference; a second "[1]" stays as it was typed.
    private static IEnumerable<InlineText.Run> Referred(InlineText.Run run, Dictionary<string, IReadOnlyList<InlineText.Run>> found, List<(string, IReadOnlyList<InlineText.Run>)> notes)
    {
        var rest = run.Text;
        while (found.Count > 0)
        {
            var (next, at) = found.Keys.Select(number => (number, At: rest.IndexOf($"[{number}]", StringComparison.Ordinal))).Where(one => one.At >= 0).OrderBy(one => one.At).FirstOrDefault();
            if (next is null) break;
            if (at > 0) yield return run with { Text = rest[..at] };
            notes.Add((next, found[next]));
            found.Remove(next);
            yield return new InlineText.Run("", Footnote: notes.Count);
            rest = rest[(at + next.Length + 2)..];
        }
        if (rest.Length > 0) yield return run with { Text = rest };
    }

    // A sign that the author made safe is a piece of its own.
    private static List<InlineText.Run> Joined(IReadOnlyList<InlineText.Run> runs)
    {
        var joined = new List<InlineText.Run>();
        foreach (var run in runs)
            if (joined is [.., var last] && last.Text != PaperRuns.EndOfLine && run.Text != PaperRuns.EndOfLine && last with { Text = "" } == run with { Text = "" }) joined[^1] = last with { Text = last.Text + run.Text };
            else joined.Add(run);
        return joined;
    }

    [GeneratedRegex(@"^\[(?<number>[0-9]{1,4})\] ")]
    private static partial Regex NoteLine();
}
