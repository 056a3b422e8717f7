using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Whether those who came early tend to stand early: an order that is blurred names nobody outright, and <see cref="RankMatch"/> passes it by.
/// What an observer saw against every order in which anything names contributors or author tags, by Spearman's coefficient.
/// </summary>
internal sealed class RankTrend : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var (voices, tags) = (haul.NamesOfVoices, haul.NamesOfTags);
        foreach (var trail in Trails.Of(haul.Final, voices))
            foreach (var attack in Against(haul, trail, areTags: false)) yield return attack;
        foreach (var (prefix, artefacts) in haul.OfTheWindowsTime())
            foreach (var trail in Trails.Of(artefacts, tags))
                foreach (var attack in Against(haul, trail with { Place = prefix + trail.Place }, areTags: true)) yield return attack;
    }

    private static IEnumerable<SameOrder> Against(Haul haul, Trail trail, bool areTags) =>
        haul.Outside().Where(outside => outside.Times is not null).Select(outside =>
            new SameOrder(nameof(RankTrend), $"{outside.Place} ↔ {trail.Place}", outside.Once(byLast: true), trail.Once(byLast: true), areTags));
}
