using System.Text.RegularExpressions;

namespace BTech.Web.Design;

/// <summary>What is one run of text: line breaks that somebody typed or pasted become blanks.</summary>
internal static partial class OneLine
{
    public static string? Of(string? text) => text is null ? null : Breaks().Replace(text.Trim(), " ");

    [GeneratedRegex(@"\s*[\r\n\u2028\u2029]+\s*")]
    private static partial Regex Breaks();
}
