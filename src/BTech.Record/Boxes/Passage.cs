using System.Text.Json.Serialization;

namespace BTech.Record.Boxes;

/// <summary>
/// The words of a paragraph that somebody means, with what stands around them, so that they are found again. They lie in the box; after the seal
/// they open the text, and the paragraph's number stands beside it.
/// </summary>
/// <param name="Quote">The words as the author gave them.</param>
/// <param name="Prefix">At most <see cref="Around"/> characters before them; nothing where the words were not found.</param>
/// <param name="Suffix">At most <see cref="Around"/> characters after them; likewise.</param>
public sealed record Passage(
    [property: JsonPropertyName("q")] string Quote,
    [property: JsonPropertyName("b")] string? Prefix = null,
    [property: JsonPropertyName("e")] string? Suffix = null)
{
    /// <summary>Characters kept on either side.</summary>
    public const int Around = 32;

    /// <summary>Longest quote in characters.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Whether the words were found in the paragraph.</summary>
    [JsonIgnore]
    public bool IsFound => Prefix is not null;

    /// <summary>Looks for words in a paragraph's plain text, whatever blanks and ends of lines were copied with them; their first place counts.</summary>
    /// <returns>Nothing for no words.</returns>
    public static Passage? In(string paragraph, string? words)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var (text, quote) = (OneLine(paragraph), OneLine(words ?? string.Empty));
        if (quote.Length == 0) return null;
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? new Passage(quote) : new Passage(quote, Whole(text[Math.Max(0, at - Around)..at]), Whole(text[(at + quote.Length)..Math.Min(text.Length, at + quote.Length + Around)]));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Not half a character at the end that was cut.
    private static string Whole(string part)
    {
        if (part.Length > 0 && char.IsLowSurrogate(part[0])) part = part[1..];
        return part.Length > 0 && char.IsHighSurrogate(part[^1]) ? part[..^1] : part;
    }
}
