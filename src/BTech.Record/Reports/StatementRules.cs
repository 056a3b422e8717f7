namespace BTech.Record.Reports;

/// <summary>What a statement must look like in each of the three voices, so that a reader can tell them apart by grammar alone.</summary>
public static class StatementRules
{
    /// <summary>Longest statement.</summary>
    public const int LongestText = 4000;

    /// <summary>Longest reason that an editor gives for leaving something out.</summary>
    public const int LongestReason = 500;

    /// <summary>Fewest words of a key phrase.</summary>
    public const int ShortestKeyPhrase = 2;

    /// <summary>Most words of a key phrase.</summary>
    public const int LongestKeyPhrase = 40;

    /// <summary>Whether a text may be a statement of any kind.</summary>
    public static DraftResult CheckText(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > LongestText || text.AsSpan().Trim().ContainsAny('\r', '\n') ? DraftResult.TextMissing : DraftResult.Done;

    /// <summary>Whether a text may be a key point: exactly one key phrase, and not in the host's voice.</summary>
    public static DraftResult CheckKeyPoint(string? text, IReadOnlyCollection<string> hostLabels)
    {
        ArgumentNullException.ThrowIfNull(hostLabels);
        if (CheckText(text) is not DraftResult.Done and var result) return result;
        var phrases = InlineText.KeyPhrases(text!);
        if (phrases.Count != 1) return DraftResult.KeyPhraseMissing;
        if (WordCount(phrases[0]) is < ShortestKeyPhrase or > LongestKeyPhrase) return DraftResult.KeyPhraseLength;
        return BeginsWithHost(text!, hostLabels) ? DraftResult.HostLabelOnPoint : DraftResult.Done;
    }

    /// <summary>Whether a text may be a note of the host: it begins with one of the host's labels.</summary>
    public static DraftResult CheckHostNote(string? text, IReadOnlyCollection<string> hostLabels)
    {
        ArgumentNullException.ThrowIfNull(hostLabels);
        if (CheckText(text) is not DraftResult.Done and var result) return result;
        return BeginsWithHost(text!, hostLabels) ? DraftResult.Done : DraftResult.HostLabelMissing;
    }

    /// <summary>Whether a text opens in the host's voice, whatever its markup.</summary>
    public static bool BeginsWithHost(string text, IReadOnlyCollection<string> hostLabels)
    {
        ArgumentNullException.ThrowIfNull(hostLabels);
        var words = InlineText.Plain(text).TrimStart();
        return hostLabels.Any(label => label.Length > 0 && words.StartsWith(label, StringComparison.CurrentCultureIgnoreCase)
            && (words.Length == label.Length || !char.IsLetterOrDigit(words[label.Length]) || IsHan(words[label.Length])));
    }

    /// <summary>Numbers of the footnotes that a text refers to.</summary>
    public static IEnumerable<int> FootnotesIn(string text) => InlineText.Parse(text).Where(run => run.Footnote is not null).Select(run => run.Footnote!.Value);

    /// <summary>Words as people count them: runs between blanks; two Chinese characters make about one word.</summary>
    public static int WordCount(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (words, characters, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = rune.IsBmp && IsHan((char)rune.Value) || rune.Value is >= 0x20000 and < 0x32000;
            var isWord = !isHan && (System.Text.Rune.IsLetterOrDigit(rune) || (inWord && !System.Text.Rune.IsWhiteSpace(rune)));
            if (isHan) characters++;
            else if (isWord && !inWord) words++;
            inWord = isWord;
        }
        return words + (characters + 1) / 2;
    }

    internal static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
