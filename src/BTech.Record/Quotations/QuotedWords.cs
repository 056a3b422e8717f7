using System.Security.Cryptography;
using System.Text;
using BTech.Languages;
using BTech.Record.Reports;

namespace BTech.Record.Quotations;

/// <summary>The words of a passage as they are asked for, agreed to and quoted: letter by letter, whatever blanks stand between them and signs around them.</summary>
public static class QuotedWords
{
    /// <summary>Most words of a quotation (docs/anonymity.md, Quotations); in Chinese twice as many characters.</summary>
    public const int Most = 25;

    // Not all that Unicode calls punctuation: a passage that ends in a per cent sign ends in it.
    private const string Signs = ".,;:!?…-–—'\"‘’“”„«»「」。，、；：！？؟،؛";

    /// <summary>The words with one blank between them, without signs at the ends: where a sentence of the report begins and ends is the report's own.</summary>
    public static string Clean(string? words)
    {
        var one = string.Join(' ', UnicodeForm.Of(words ?? "", NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var start = 0;
        var end = one.Length;
        while (start < end && IsSign(one[start])) start++;
        while (end > start && IsSign(one[end - 1])) end--;
        return one[start..end];
    }

    /// <summary>What the words are known by.</summary>
    public static byte[] Hash(string? words) => SHA256.HashData(Encoding.UTF8.GetBytes(Clean(words)));

    /// <summary>Whether they are no more than may be quoted.</summary>
    public static bool AreFew(string words) => StatementRules.WordCount(words) <= Most;

    private static bool IsSign(char sign) => sign is ' ' || Signs.Contains(sign, StringComparison.Ordinal);
}
