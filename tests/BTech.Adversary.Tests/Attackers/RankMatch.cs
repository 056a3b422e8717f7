using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// The k-th text of a group is by the k-th person of the group: tried for every order in which anything names people (columns, transaction
/// ids, places on disk, ids, lengths, log lines, mail by name and time, what an observer saw) against every order in which anything names contributors or
/// author tags. The length and language of a sealed text stand among the orders of the Record side: the scenario draws them without regard to
/// the person, so that a hit means that a record, and not the words, gave the author away.
/// </summary>
internal sealed class RankMatch : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var persons = Orders(haul.Outside().Concat(Trails.Of(haul.Final, haul.NamesOfPeople)), bothWays: true);
        var voices = Orders(Trails.Of(haul.Final, haul.NamesOfVoices).Append(OfTexts(haul)), bothWays: false);
        var theirsByLabel = voices.ConvertAll(voice => (voice.Place, Order: Assignment.VoicesByLabel(haul, voice.Order)));
        foreach (var (person, mine) in persons.ConvertAll(person => (person.Place, Assignment.PersonsByLabel(haul, person.Order))))
            foreach (var (voice, theirs) in theirsByLabel)
                yield return new AuthorGuess(nameof(RankMatch), $"{person} ↔ {voice}", Assignment.ByRank(mine, theirs));

        var names = haul.NamesOfTags;
        var tags = Orders(haul.OfTheWindowsTime().SelectMany(time => Trails.Of(time.Artefacts, names).Select(trail => trail with { Place = time.Prefix + trail.Place })), bothWays: false);
        foreach (var (person, mine) in persons)
            foreach (var (tag, theirs) in tags)
                yield return new TagGuess(nameof(RankMatch), $"{person} ↔ {tag}", theirs.Zip(mine).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static Trail OfTexts(Haul haul) =>
        new("length of the texts", [.. haul.Voices.OrderBy(voice => voice.Texts.Sum(text => text.Length)).Select(voice => voice.Number)]);

    /// <summary>Each order once, by first and by last mention.</summary>
    private static List<(string Place, IReadOnlyList<int> Order)> Orders(IEnumerable<Trail> trails, bool bothWays)
    {
        var orders = new List<(string, IReadOnlyList<int>)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trail in trails)
            foreach (var byLast in new[] { false, true })
            {
                var order = trail.Once(byLast);
                if (order.Count < Trails.Fewest) continue;
                Add(byLast ? $"{trail.Place} (last)" : trail.Place, order);
                if (bothWays) Add($"{trail.Place} ({(byLast ? "last, " : "")}backwards)", [.. order.Reverse()]);
            }
        return orders;

        void Add(string place, IReadOnlyList<int> order)
        {
            if (known.Add(string.Join(',', order))) orders.Add((place, order));
        }
    }
}
