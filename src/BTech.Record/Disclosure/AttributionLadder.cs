namespace BTech.Record.Disclosure;

/// <summary>
/// How a report may say who said something: from the number of distinct contributors to a phrase. A phrase asserts its lower
/// bound only, so a weaker one is never false; "one participant" alone is exact. This is the only ladder, and it is printed
/// in every report that uses it. Meetings have no contributors: there the ladder does not apply.
/// </summary>
public static class AttributionLadder
{
    /// <summary>Stands alone, without saying how many: for a point that no phrase may open.</summary>
    public const string AlsoRaised = "also-raised";

    /// <summary>"One participant". Exact; never with a group, region or role.</summary>
    public const string One = "one";

    /// <summary>"A few participants": 2 and more, read as 2 to 4.</summary>
    public const string AFew = "a-few";

    /// <summary>"Participants noted", "It was noted", "The discussion flagged": 5 and more.</summary>
    public const string Noted = "noted";

    /// <summary>"Some participants": 5 and more, read as 5 to 9.</summary>
    public const string Some = "some";

    /// <summary>"A number of participants": 10 and more.</summary>
    public const string ANumber = "a-number";

    /// <summary>"A key thread was the tension": at least 2 on each side.</summary>
    public const string Tension = "tension";

    /// <summary>"Many participants": 6 and more, and over 30 % of those who addressed the area.</summary>
    public const string Many = "many";

    /// <summary>"A common thread": over 30 %, from at least 3 groups.</summary>
    public const string CommonThread = "common-thread";

    /// <summary>"There was support", "there was encouragement": 6 and more, over 40 %, counter-views recorded.</summary>
    public const string Support = "support";

    /// <summary>"There was broad agreement", "widespread recognition": 6 and more, over 60 %, against it at most 10 %.</summary>
    public const string BroadAgreement = "broad-agreement";

    /// <summary>What the key of a group's word begins with.</summary>
    public const string GroupPrefix = "group:";

    private const char Of = '/';

    private const int FewestForMany = 6;

    private const int GroupStrength = 35;

    /// <summary>All rungs but the groups' words, weakest claim first.</summary>
    public static IReadOnlyList<Rung> All { get; } =
    [
        new(AlsoRaised, 0),
        new(One, 10, NeedsSecondPerson: true),
        new(AFew, 20),
        new(Noted, 25),
        new(Some, 30),
        new(ANumber, 40),
        new(Tension, 45),
        new(Many, 50),
        new(CommonThread, 60),
        new(Support, 70),
        new(BroadAgreement, 80),
    ];

    /// <summary>The strongest phrase that holds, then every weaker one. Nothing when nobody stands behind the point.</summary>
    internal static IReadOnlyList<Rung> Offered(Backing backing)
    {
        ArgumentNullException.ThrowIfNull(backing);
        if (backing.Contributors < 1) return [];
        var groups = backing.Delegations.Select(delegations => new Rung(GroupPrefix + delegations.Label, GroupStrength));
        return Sorted(All.Concat(groups).Where(rung => Holds(rung.Key, backing)));
    }

    /// <summary>The rungs with these keys, the strongest claim first; keys that are none are left out.</summary>
    public static IReadOnlyList<Rung> Among(IReadOnlySet<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var groups = keys.Where(key => GroupOf(key) is (_, null)).Select(key => new Rung(key, GroupStrength));
        return Sorted(All.Where(rung => keys.Contains(rung.Key)).Concat(groups));
    }

    /// <summary>The rung by which a phrase is known to the claims ledger: phrases that tell the same of how many share one.</summary>
    internal static string Told(string key) => key == Noted ? Some : key;

    /// <summary>The key by which the claims ledger knows a group's word beside a word on how many of them: "a number of company participants". No rung, so nobody chooses it.</summary>
    internal static string Within(string label, string rung) => $"{GroupPrefix}{label}{Of}{Told(rung)}";

    /// <summary>The group of which a key tells, and the rung that stands beside its word, if any; nothing for a key that tells of all participants.</summary>
    internal static (string Label, string? Rung)? GroupOf(string key) =>
        !key.StartsWith(GroupPrefix, StringComparison.Ordinal) ? null
        : key.IndexOf(Of, StringComparison.Ordinal) is >= 0 and var at ? (key[GroupPrefix.Length..at], key[(at + 1)..])
        : (key[GroupPrefix.Length..], null);

    /// <summary>The fewest contributors that a phrase asserts.</summary>
    internal static int Fewest(string key) => key switch
    {
        AFew or Tension => 2,
        Noted or Some => 5,
        ANumber => 10,
        Many or CommonThread or Support or BroadAgreement => FewestForMany,
        // More than one delegation can account for, whatever its size.
        _ when GroupOf(key) is { } group => Math.Max(4, group.Rung is null ? 0 : Fewest(group.Rung)),
        _ => 1,
    };

    /// <summary>Whether a phrase may open a point with this backing. Unknown keys never hold.</summary>
    internal static bool Holds(string key, Backing backing)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(backing);
        var n = backing.Contributors;
        return key switch
        {
            AlsoRaised => n >= 1,
            One => n == 1,
            AFew => n >= 2,
            Noted or Some => n >= 5,
            ANumber => n >= 10,
            Tension => n >= 2 && backing.Contrary >= 2,
            Many => n >= FewestForMany && IsOver(30, backing),
            CommonThread => IsOver(30, backing) && backing.ByLabel.Count(label => label.Value > 0) >= 3,
            Support => n >= FewestForMany && IsOver(40, backing) && backing.ContraryIsRecorded,
            BroadAgreement => n >= FewestForMany && IsOver(60, backing) && backing.ContraryIsRecorded && backing.Contrary * 10 <= backing.Addressed,
            _ => key.StartsWith(GroupPrefix, StringComparison.Ordinal) && HoldsForGroup(key[GroupPrefix.Length..], backing),
        };
    }

    private static IReadOnlyList<Rung> Sorted(IEnumerable<Rung> rungs) => [.. rungs.OrderByDescending(rung => rung.Strength).ThenBy(rung => rung.Key, StringComparer.Ordinal)];

    private static bool HoldsForGroup(string label, Backing backing) =>
        backing.Delegations.SingleOrDefault(delegations => delegations.Label == label) is { } delegations
        && DisclosureControl.MaySpeak(delegations, backing.SpeakingAsGroup.GetValueOrDefault(label));

    private static bool IsOver(int percent, Backing backing) =>
        DisclosureControl.MayBeSaidOfMoreThan(percent, backing.Contributors, backing.Addressed);
}
