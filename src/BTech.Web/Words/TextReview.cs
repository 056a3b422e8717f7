using System.Text.Json;
using BTech.Languages;

namespace BTech.Web.Words;

/// <summary>Whether somebody who speaks a language has read its texts.</summary>
public enum TextStanding
{
    /// <summary>Drafted by machine and read by nobody yet.</summary>
    Drafted = 0,

    /// <summary>Read once, but changed since.</summary>
    ChangedSince = 1,

    /// <summary>Read as it stands.</summary>
    Reviewed = 2,
}

/// <summary>
/// Which texts have been read by somebody who speaks the language, from <c>reviewed.json</c>: <c>"fr/Participate": "fingerprint"</c>. A review holds
/// for the very texts that were read, which is what the fingerprint says.
/// </summary>
public sealed class TextReview
{
    private readonly Dictionary<string, string> _read;

    /// <summary>The reviews noted in a JSON text.</summary>
    /// <exception cref="JsonException">It is not one object of names and fingerprints.</exception>
    public TextReview(string json) => _read = JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? throw new JsonException("There is nothing in it.");

    /// <summary>The reviews that the product was shipped with.</summary>
    public static TextReview Shipped { get; } = Read();

    /// <summary>How a file of texts stands in a language.</summary>
    public TextStanding Of(TextArea area, Language language)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(language);
        if (!_read.TryGetValue($"{language.Code}/{area.Name}", out var fingerprint)) return TextStanding.Drafted;
        return fingerprint == area.Fingerprint(language) ? TextStanding.Reviewed : TextStanding.ChangedSince;
    }

    private static TextReview Read()
    {
        using var stream = typeof(TextReview).Assembly.GetManifestResourceStream("reviewed.json") ?? throw new InvalidOperationException("reviewed.json is missing in the build.");
        using var reader = new StreamReader(stream);
        return new TextReview(reader.ReadToEnd());
    }
}
