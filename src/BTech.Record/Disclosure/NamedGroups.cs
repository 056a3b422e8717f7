namespace BTech.Record.Disclosure;

/// <summary>
/// Beside which texts of a window a group's label may stand. A text shows its language by itself, so a label stands only where enough contributors of
/// the group wrote in that language: k, and more than the two largest delegations could account for. Those of one language who are left without a
/// label are none or at least k: else the least used label joins them.
/// </summary>
internal sealed class NamedGroups
{
    private readonly HashSet<(string Label, string Language)> _shown;

    private NamedGroups(HashSet<(string Label, string Language)> shown) => _shown = shown;

    /// <summary>Decides for a window.</summary>
    /// <param name="speakers">Its contributors, as far as their texts are kept.</param>
    /// <param name="delegations">The delegations of the published labels.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static NamedGroups Of(IReadOnlyCollection<Speaker> speakers, IReadOnlyCollection<Delegations> delegations, int k)
    {
        var shown = new HashSet<(string Label, string Language)>();
        if (!DisclosureControl.HasRoomForNames(speakers.Count)) return new NamedGroups(shown);
        foreach (var language in speakers.SelectMany(speaker => speaker.Languages).Distinct(StringComparer.Ordinal))
        {
            var labels = speakers.Where(speaker => speaker.Languages.Contains(language, StringComparer.Ordinal)).Select(speaker => speaker.Label).ToList();
            var named = labels.OfType<string>().GroupBy(label => label, StringComparer.Ordinal)
                .Where(label => DisclosureControl.MayStandTogether(label.Count(), k)
                    && delegations.FirstOrDefault(one => one.Label == label.Key) is { } sizes && DisclosureControl.MaySpeak(sizes, label.Count()))
                .OrderBy(label => label.Count()).ThenBy(label => label.Key, StringComparer.Ordinal).Select(label => label.Key).ToList();
            while (named.Count > 0 && labels.Count(label => label is null || !named.Contains(label)) is > 0 and var others && !DisclosureControl.MayStayUnnamed(others, k))
                named.RemoveAt(0);
            shown.UnionWith(named.Select(label => (label, language)));
        }
        return new NamedGroups(shown);
    }

    /// <summary>The labels that may stand beside a text in some language.</summary>
    public IReadOnlyCollection<string> Labels => [.. _shown.Select(both => both.Label).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a text in this language may carry this label.</summary>
    public bool MayStandBeside(string label, string language) => _shown.Contains((label, language));
}
