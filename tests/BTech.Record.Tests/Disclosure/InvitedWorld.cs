using BTech.Record.Sealing;
using CsCheck;

namespace BTech.Record.Tests.Disclosure;

/// <summary>
/// Everybody who was invited to one window, by group and organisation: what the attacker of the design knows beforehand. Who of them wrote
/// is no part of it.
/// </summary>
public sealed record InvitedWorld(IReadOnlyList<InvitedWorld.Delegation> Delegations, IReadOnlyDictionary<string, string> FamilyOf, int K)
{
    // As many ways to have written as a test can walk through for one world.
    private const int MostVectors = 2500;

    /// <summary>
    /// Two to four groups in up to three families, of a few organisations each, some of which have people in several groups; the smallest groups
    /// have a single person.
    /// </summary>
    public static Gen<InvitedWorld> Any { get; } =
        Gen.Select(Gen.Select(Gen.Select(Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, 2])), Gen.Frequency((5, Gen.Const(1)), (2, Gen.Int[2, 3]))).List[1, 11], Gen.Int[0, 2]).List[2, 4], Gen.Int[5, 6])
            .Select((groups, k) => Of(groups, k)).Where(world => world.Vectors <= MostVectors && world.Invited >= Seal.Floor);

    /// <summary>The groups in order.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. FamilyOf.Keys.Order(StringComparer.Ordinal)];

    public int Invited => Delegations.Sum(one => one.Size);

    private double Vectors => Groups.Aggregate(1.0, (product, group) => product * (InvitedTo(group) + 1));

    public int InvitedTo(string group) => Delegations.Where(one => one.Group == group).Sum(one => one.Size);

    /// <summary>The figures that the census would freeze.</summary>
    public IReadOnlyList<GroupSize> Figures() =>
    [
        .. Groups.Select((group, index) => new GroupSize(
            group, index + 1, FamilyOf[group], InvitedTo(group), ReachOf(Delegations.Where(one => one.Group == group)),
            ReachOf(Delegations.Where(one => FamilyOf[one.Group] == FamilyOf[group])))),
    ];

    public override string ToString() =>
        $"k={K}; " + string.Join("; ", Groups.Select(group => $"{group} ({FamilyOf[group]}): {string.Join(' ', Delegations.Where(one => one.Group == group).Select(one => $"{one.Organisation}×{one.Size}"))}"));

    private static InvitedWorld Of(List<(List<(int Shared, int Size)> Delegations, int Family)> groups, int k) => new(
        [.. groups.SelectMany((group, index) => group.Delegations.Select((one, number) => new Delegation($"g{index}", one.Shared < 0 ? $"o{index}-{number}" : $"shared{one.Shared}", one.Size)))
            .GroupBy(one => (one.Group, one.Organisation)).Select(same => new Delegation(same.Key.Group, same.Key.Organisation, same.Sum(one => one.Size)))],
        groups.Select((group, index) => ($"g{index}", $"family{group.Family}")).ToDictionary(), k);

    private static Reach ReachOf(IEnumerable<Delegation> delegations)
    {
        var sizes = delegations.GroupBy(one => one.Organisation).Select(organisation => organisation.Sum(one => one.Size)).OrderDescending().ToList();
        return new Reach(sizes.Count, sizes.ElementAtOrDefault(0), sizes.ElementAtOrDefault(1));
    }

    /// <summary>The people of one organisation in one group.</summary>
    public sealed record Delegation(string Group, string Organisation, int Size);
}
