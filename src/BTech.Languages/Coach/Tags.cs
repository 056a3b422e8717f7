namespace BTech.Languages.Coach;

/// <summary>
/// Characters of Unicode's private use area that stand for one recognised thing in a <see cref="TaggedText"/>, so that a pattern can ask
/// for "a country" by one character. A pattern in <c>Cues/*.txt</c> writes them by name, in angle brackets.
/// </summary>
internal static class Tags
{
    /// <summary>A country: "Kenya".</summary>
    public const char Country = '\uE000';

    /// <summary>What comes from a country: "Kenyan".</summary>
    public const char Nationality = '\uE001';

    /// <summary>An organisation or brand of the gazetteer, or the writer's own.</summary>
    public const char Known = '\uE002';

    /// <summary>Words in capitals within a sentence that are neither a country nor everyday terms of such papers.</summary>
    public const char Capitals = '\uE003';

    /// <summary>A kind of organisation: "company", "ministry".</summary>
    public const char Kind = '\uE004';

    /// <summary>A role: "director", "rapporteur".</summary>
    public const char Role = '\uE005';

    /// <summary>Something that one publishes: "report".</summary>
    public const char Work = '\uE006';

    /// <summary>A kind of organisation with "our" or "my" attached to it, as in Arabic.</summary>
    public const char OurKind = '\uE007';

    /// <summary>Something that one publishes, likewise.</summary>
    public const char OurWork = '\uE008';

    private const string Word = "[\\w'\uE000-\uE008-]+";

    /// <summary>What a pattern in <c>Cues/*.txt</c> may ask for by name.</summary>
    public static IReadOnlyList<(string Name, string Pattern)> Patterns { get; } =
    [
        ("<country>", $"{Country}"), ("<nation>", $"{Nationality}"), ("<known>", $"{Known}"), ("<named>", $"\"?[{Known}{Capitals}]\"?"), ("<kind>", $"{Kind}"),
        ("<role>", $"{Role}"), ("<work>", $"{Work}"), ("<ourkind>", $"{OurKind}"), ("<ourwork>", $"{OurWork}"), ("<place>", $"[{Country}{Capitals}]"),
        // A word, recognised or not; up to four words; up to six, with commas.
        ("<w>", $"{Word}"), ("<few>", $"(?:{Word} ){{0,4}}"), ("<some>", $"(?:{Word},? ){{0,6}}"),
        // Chinese has no spaces: up to eight characters that end no clause.
        ("<han>", "[^，。；：！？、\\s,.;:!?]{0,8}"), ("<hans>", "[^。；！？\\s.;!?]{0,16}"),
        // To the end of the clause, for a passage that goes on.
        ("<rest>", "[^,.;:!?()，。；：！？\\n]{0,60}"),
    ];
}
