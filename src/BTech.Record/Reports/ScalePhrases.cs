using System.Collections.Concurrent;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Words;

namespace BTech.Record.Reports;

/// <summary>Finds phrases of the wording scale in running text, whichever was chosen for the point.</summary>
internal static class ScalePhrases
{
    private static readonly ConcurrentDictionary<Language, IReadOnlyList<(string Phrase, IReadOnlyList<string> Rungs)>> Known = new();

    /// <summary>
    /// The phrases that a reader finds in the text, with their rungs and where they begin. Where two overlap, as "a few participants" and
    /// "participants noted" do in "a few participants noted", the reader takes the one that begins first, then the longer one.
    /// </summary>
    public static IReadOnlyList<(int Start, string Phrase, IReadOnlyList<string> Rungs)> In(string text, Language language)
    {
        var found = Known.GetOrAdd(language, Read).SelectMany(one => Places(text, one.Phrase).Select(start => (Start: start, one.Phrase, one.Rungs)))
            .OrderBy(one => one.Start).ThenByDescending(one => one.Phrase.Length).ToList();
        var read = new List<(int, string, IReadOnlyList<string>)>();
        var end = 0;
        foreach (var one in found)
        {
            if (one.Start < end) continue;
            read.Add(one);
            end = one.Start + one.Phrase.Length;
        }
        return read;
    }

    private static IReadOnlyList<(string, IReadOnlyList<string>)> Read(Language language) =>
        [.. AttributionLadder.All.SelectMany(rung => Phrases.Openings(language, rung).Select(phrase => (Phrase: phrase, rung.Key)))
            .GroupBy(one => one.Phrase, one => one.Key, StringComparer.OrdinalIgnoreCase).Select(one => (one.Key, (IReadOnlyList<string>)[.. one]))];

    private static IEnumerable<int> Places(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsWithinAWord(text, at) && !IsWithinAWord(text, at + phrase.Length)) yield return at;
    }

    // Chinese writes no blanks between words, so every place between its characters may be a boundary.
    private static bool IsWithinAWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at])
        && !StatementRules.IsHan(text[at - 1]) && !StatementRules.IsHan(text[at]);
}
