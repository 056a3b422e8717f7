namespace BTech.Languages;

/// <summary>The plural forms that the six languages distinguish between them.</summary>
public enum PluralForm
{
    /// <summary>Arabic, for none.</summary>
    Zero,

    /// <summary>One thing.</summary>
    One,

    /// <summary>Arabic, for two.</summary>
    Two,

    /// <summary>Arabic and Russian, for a few.</summary>
    Few,

    /// <summary>Arabic and Russian, for many; French and Spanish, for whole millions.</summary>
    Many,

    /// <summary>Everything else; every language has it.</summary>
    Other,
}
