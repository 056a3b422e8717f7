namespace BTech.Record.Disclosure;

/// <summary>
/// Which languages of a window may be named, and beside which groups. All others together are "another language", which must not stand for
/// 1 to k − 1 contributors either: then the least used of the named ones joins them.
/// </summary>
internal sealed class NamedLanguages
{
    private readonly HashSet<string> _named;
    private readonly HashSet<(string Label, string Language)> _together;

    private NamedLanguages(HashSet<string> named, HashSet<(string Label, string Language)> together) => (_named, _together) = (named, together);

    /// <summary>Decides for a window.</summary>
    /// <param name="speakers">Its contributors.</param>
    /// <param name="delegations">The delegations of the published labels.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static NamedLanguages Of(IReadOnlyCollection<Speaker> speakers, IReadOnlyCollection<Delegations> delegations, int k)
    {
        var counts = speakers.SelectMany(speaker => speaker.Languages.Distinct(StringComparer.Ordinal).Select(language => (speaker.Label, Language: language))).ToList();
        var named = counts.GroupBy(one => one.Language, StringComparer.Ordinal)
            .Where(language => DisclosureControl.HasRoomForNames(speakers.Count) && DisclosureControl.MayBeNamed(language.Count(), ByLabel(language.Select(one => one.Label)), delegations, k))
            .OrderBy(language => language.Count()).ThenBy(language => language.Key, StringComparer.Ordinal).Select(language => language.Key).ToList();
        while (named.Count > 0 && speakers.Count(speaker => speaker.Languages.Any(language => !named.Contains(language))) is > 0 and var others && !DisclosureControl.MayStayUnnamed(others, k))
            named.RemoveAt(0);
        var together = counts.Where(one => one.Label is not null).GroupBy(one => (Label: one.Label!, one.Language))
            .Where(both => DisclosureControl.MayStandTogether(both.Count(), k)).Select(both => both.Key);
        return new NamedLanguages([.. named], [.. together]);
    }

    /// <summary>The languages that may be named.</summary>
    public IReadOnlyCollection<string> All => _named;

    /// <summary>Whether the language may be named.</summary>
    public bool Contains(string language) => _named.Contains(language);

    /// <summary>Whether a contributor of this group may be told of as such beside words in this language.</summary>
    public bool MayStandBeside(string label, string language) => _together.Contains((label, language));

    private static Dictionary<string, int> ByLabel(IEnumerable<string?> labels) =>
        labels.OfType<string>().GroupBy(label => label, StringComparer.Ordinal).ToDictionary(label => label.Key, label => label.Count(), StringComparer.Ordinal);
}
