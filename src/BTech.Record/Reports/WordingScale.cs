using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Words;

namespace BTech.Record.Reports;

/// <summary>The attribution ladder in words, as every report prints it and as administrators see it before the first one.</summary>
public static class WordingScale
{
    /// <summary>One line for each phrase, the weakest claim first, "also raised" and the groups' words at the end. Inline text.</summary>
    public static IReadOnlyList<string> In(Language language) =>
        [.. AttributionLadder.All.OrderBy(rung => rung.Strength == 0).Select(rung => Phrases.In(language, "Scale." + rung.Key)), Phrases.In(language, "Scale.group")];
}
