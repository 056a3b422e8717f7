namespace BTech.Languages;

/// <summary>One of the six languages in which the product speaks, in the order in which they are offered.</summary>
/// <param name="Code">Two-letter code, used in addresses (<c>/fr/…</c>), resource names and <c>lang</c> attributes.</param>
/// <param name="NativeName">The language's own name for itself.</param>
/// <param name="IsRightToLeft">Whether text in it runs from right to left.</param>
public sealed record Language(string Code, string NativeName, bool IsRightToLeft)
{
    /// <summary>Arabic. The neutral culture <c>ar</c> on purpose: <c>ar-SA</c> would format Hijri dates.</summary>
    public static readonly Language Arabic = new("ar", "العربية", true);

    /// <summary>Chinese.</summary>
    public static readonly Language Chinese = new("zh", "中文", false);

    /// <summary>English, the language of addresses without a prefix.</summary>
    public static readonly Language English = new("en", "English", false);

    /// <summary>French.</summary>
    public static readonly Language French = new("fr", "Français", false);

    /// <summary>Russian.</summary>
    public static readonly Language Russian = new("ru", "Русский", false);

    /// <summary>Spanish.</summary>
    public static readonly Language Spanish = new("es", "Español", false);

    /// <summary>All six, in the order in which pages offer them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Arabic, Chinese, English, French, Russian, Spanish];

    /// <summary>The <c>dir</c> attribute's value: <c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The language with this code, or nothing when the code is not one of the six.</summary>
    public static Language? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override string ToString() => Code;
}
