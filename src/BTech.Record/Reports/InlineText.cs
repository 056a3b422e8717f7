using System.Text.RegularExpressions;

namespace BTech.Record.Reports;

/// <summary>
/// The little markup of a report's sentences, read into runs once so that every exporter makes the same bold, link and footnote.
/// Whatever is not exactly this markup is text.
/// </summary>
public static partial class InlineText
{
    /// <summary>A stretch of text with one appearance. A footnote reference is a run with a number and no text.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="IsKeyPhrase">Bold.</param>
    /// <param name="IsEmphasis">Italic.</param>
    /// <param name="Link">https or mailto address, if it is a link.</param>
    /// <param name="Footnote">Number of the footnote referred to.</param>
    /// <param name="Point">Where a key point is found within its report: its place among the key points, from 1, on one run of it.</param>
    public sealed record Run(string Text, bool IsKeyPhrase = false, bool IsEmphasis = false, string? Link = null, int? Footnote = null, int? Point = null);

    /// <summary>Reads inline text into runs.</summary>
    public static IReadOnlyList<Run> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ParseWithin(text, isKeyPhrase: false, isEmphasis: false);
    }

    /// <summary>The words alone, footnote references left out.</summary>
    public static string Plain(string text) => string.Concat(Parse(text).Select(run => run.Text));

    /// <summary>The sentences of a text in reading order, each as its runs; footnote references left out. Nothing of a sentence's look is lost by cutting it out.</summary>
    public static IEnumerable<IReadOnlyList<Run>> SentencesOf(string text)
    {
        var runs = Parse(text);
        var plain = string.Concat(runs.Select(run => run.Text));
        var from = 0;
        foreach (var sentence in BTech.Languages.Sentences.TextsOf(plain))
        {
            from = plain.IndexOf(sentence, from, StringComparison.Ordinal);
            yield return Cut(runs, from, from += sentence.Length);
        }
    }

    private static List<Run> Cut(IReadOnlyList<Run> runs, int start, int end)
    {
        var cut = new List<Run>();
        var at = 0;
        foreach (var run in runs)
        {
            var (first, last) = (Math.Max(start, at), Math.Min(end, at + run.Text.Length));
            if (first < last) cut.Add(run with { Text = run.Text[(first - at)..(last - at)] });
            at += run.Text.Length;
        }
        return cut;
    }

    /// <summary>The key phrases of a text, in order.</summary>
    public static IReadOnlyList<string> KeyPhrases(string text) =>
        [.. KeyPhrase().Matches(text).Select(match => Plain(match.Groups["inner"].Value))];

    /// <summary>Makes words that a person typed safe to stand in inline text: nothing in them is markup.</summary>
    public static string Escape(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Special().Replace(words, match => "\\" + match.Value);
    }

    private static List<Run> ParseWithin(string text, bool isKeyPhrase, bool isEmphasis)
    {
        var runs = new List<Run>();
        var position = 0;
        foreach (Match match in Markup().Matches(text))
        {
            AddWords(runs, text[position..match.Index], isKeyPhrase, isEmphasis);
            position = match.Index + match.Length;
            if (match.Groups["bold"] is { Success: true } bold) runs.AddRange(ParseWithin(bold.Value, true, isEmphasis));
            else if (match.Groups["italic"] is { Success: true } italic) runs.AddRange(ParseWithin(italic.Value, isKeyPhrase, true));
            else if (match.Groups["note"] is { Success: true } note)
                runs.Add(new Run(string.Empty, isKeyPhrase, isEmphasis, Footnote: int.Parse(note.Value, System.Globalization.CultureInfo.InvariantCulture)));
            else runs.Add(new Run(Unescape(match.Groups["words"].Value), isKeyPhrase, isEmphasis, match.Groups["link"].Value));
        }
        AddWords(runs, text[position..], isKeyPhrase, isEmphasis);
        return runs;
    }

    private static void AddWords(List<Run> runs, string words, bool isKeyPhrase, bool isEmphasis)
    {
        if (words.Length > 0) runs.Add(new Run(Unescape(words), isKeyPhrase, isEmphasis));
    }

    private static string Unescape(string words) => Escaped().Replace(words, match => match.Groups[1].Value);

    [GeneratedRegex(@"(?<!\\)\*\*(?<bold>(?:[^*\\]|\\.|\*(?!\*))+?)(?<!\\)\*\*|(?<![\\*])\*(?<italic>(?:[^*\\]|\\.)+?)(?<!\\)\*|(?<!\\)\[\^(?<note>[1-9][0-9]{0,2})\]|(?<!\\)\[(?<words>[^\]\\]+)\]\((?<link>(?:https://|http://|mailto:)[^)\s]+)\)")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<!\\)\*\*(?<inner>(?:[^*\\]|\\.|\*(?!\*))+?)(?<!\\)\*\*")]
    private static partial Regex KeyPhrase();

    [GeneratedRegex(@"[\\*\[\]]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\\([\\*\[\]])")]
    private static partial Regex Escaped();
}
