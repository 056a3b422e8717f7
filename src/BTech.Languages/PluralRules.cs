namespace BTech.Languages;

/// <summary>Which plural form a whole number takes in each of the six languages (the rules of Unicode CLDR for whole numbers).</summary>
public static class PluralRules
{
    /// <summary>The form that <paramref name="number"/> takes in a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing here counts below zero.</exception>
    public static PluralForm FormOf(Language language, long number)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return language.Code switch
        {
            "ar" => Arabic(number),
            "zh" => PluralForm.Other,
            "fr" => number is 0 or 1 ? PluralForm.One : WholeMillionsOr(number),
            "es" => number == 1 ? PluralForm.One : WholeMillionsOr(number),
            "ru" => Russian(number),
            _ => number == 1 ? PluralForm.One : PluralForm.Other,
        };
    }

    /// <summary>The forms in which a text with a number must exist in a language, besides <see cref="PluralForm.Many"/> for whole millions.</summary>
    public static IReadOnlyList<PluralForm> FormsOf(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Code switch
        {
            "ar" => [PluralForm.Zero, PluralForm.One, PluralForm.Two, PluralForm.Few, PluralForm.Many, PluralForm.Other],
            "zh" => [PluralForm.Other],
            "ru" => [PluralForm.One, PluralForm.Few, PluralForm.Many, PluralForm.Other],
            _ => [PluralForm.One, PluralForm.Other],
        };
    }

    private static PluralForm Arabic(long number) => (number, number % 100) switch
    {
        (0, _) => PluralForm.Zero,
        (1, _) => PluralForm.One,
        (2, _) => PluralForm.Two,
        (_, >= 3 and <= 10) => PluralForm.Few,
        (_, >= 11 and <= 99) => PluralForm.Many,
        _ => PluralForm.Other,
    };

    private static PluralForm Russian(long number) => (number % 10, number % 100) switch
    {
        (1, not 11) => PluralForm.One,
        (>= 2 and <= 4, not (>= 12 and <= 14)) => PluralForm.Few,
        _ => PluralForm.Many,
    };

    private static PluralForm WholeMillionsOr(long number) =>
        number != 0 && number % 1_000_000 == 0 ? PluralForm.Many : PluralForm.Other;
}
