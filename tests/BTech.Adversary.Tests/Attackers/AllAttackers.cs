using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>Everybody who tries.</summary>
internal static class AllAttackers
{
    public static IReadOnlyList<IAttacker> List { get; } =
    [
        new RankMatch(), new RankTrend(), new NearestTime(), new ValueJoin(), new XminJoin(), new LengthMatch(), new TwoStageJoin(), new SnapshotDiff(), new SessionTrace(),
        new TextSearch(), new KeyHunt(), new WhoWrote(), new Tally(), new SmallLabel(), new OrderKept(),
    ];

    /// <summary>Those who look at what people say and how: reported, because no record can stop them.</summary>
    public static IReadOnlyList<IAttacker> OfContent { get; } = [new Style(), new LanguageMatch()];

    /// <summary>One after the other; each attempt is made when it is asked for, because in a long scenario they would not fit into memory together.</summary>
    public static IEnumerable<Attack> Try(Haul haul) => List.Concat(OfContent).SelectMany(attacker => attacker.Try(haul));
}
