using System.Collections.ObjectModel;

namespace BTech.Languages;

/// <summary>
/// A text that staff wrote in one or more of the six languages. English is the fallback, because a
/// consultation's papers always exist in English; the page then marks the block with <c>lang="en"</c>.
/// </summary>
public sealed class LocalizedText
{
    private readonly ReadOnlyDictionary<string, string> _byCode;

    /// <summary>Texts by language code. Codes outside the six are refused.</summary>
    /// <exception cref="ArgumentException">A code is not one of the six languages.</exception>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> byCode)
    {
        ArgumentNullException.ThrowIfNull(byCode);
        var texts = byCode.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (texts.Keys.FirstOrDefault(code => Language.Find(code) is null) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not one of the six languages.", nameof(byCode));
        _byCode = new ReadOnlyDictionary<string, string>(texts);
    }

    /// <summary>No text in any language.</summary>
    public static LocalizedText Empty { get; } = new([]);

    /// <summary>The texts by language code.</summary>
    public IReadOnlyDictionary<string, string> ByCode => _byCode;

    /// <summary>Whether no language holds any text.</summary>
    public bool IsEmpty => _byCode.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>A text in English only.</summary>
    public static LocalizedText InEnglish(string text) => new([new(Language.English.Code, text)]);

    /// <summary>Whether this text exists in the given language.</summary>
    public bool Has(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return _byCode.TryGetValue(language.Code, out var text) && !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>The text in the wanted language, else in English, else in whichever language there is, else empty.</summary>
    public (string Text, Language Language) In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (Has(language)) return (_byCode[language.Code], language);
        if (Has(Language.English)) return (_byCode[Language.English.Code], Language.English);
        var any = Language.All.FirstOrDefault(Has);
        return any is null ? (string.Empty, language) : (_byCode[any.Code], any);
    }

    /// <summary>The same with another text in one language.</summary>
    public LocalizedText With(Language language, string text)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new LocalizedText(_byCode.Where(pair => pair.Key != language.Code).Append(new(language.Code, text)));
    }

    /// <summary>Whether both hold the same texts in the same languages.</summary>
    public bool IsSameAs(LocalizedText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _byCode.Count == other._byCode.Count && !_byCode.Except(other._byCode).Any();
    }

    /// <summary>Whether both say the same in every language that both have, and have one; a translation that only one has is no difference.</summary>
    public bool AgreesWith(LocalizedText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var common = _byCode.Keys.Where(other._byCode.ContainsKey).ToList();
        return common.Count > 0 && common.TrueForAll(code => _byCode[code] == other._byCode[code]);
    }

    /// <summary>The English text, or what there is instead: for logs of staff actions and file names.</summary>
    public override string ToString() => In(Language.English).Text;
}
