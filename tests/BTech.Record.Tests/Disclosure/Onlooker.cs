using BTech.Record.Sealing;

namespace BTech.Record.Tests.Disclosure;

/// <summary>
/// Knows everybody who was invited, the merge plan and what a seal page tells, and walks through every number of contributors of every group
/// that is possible beside it. What is the same in all of them is disclosed. It takes nothing from the product but what it is told.
/// </summary>
internal sealed class Onlooker
{
    private readonly InvitedWorld _world;
    private readonly Dictionary<string, List<int[]>> _told = [];

    private Onlooker(InvitedWorld world) => _world = world;

    /// <summary>What a seal page tells, of any number that may have written.</summary>
    public IReadOnlyCollection<string> Pages => _told.Keys;

    /// <summary>Looks at the pages of all seals that this window can have.</summary>
    /// <param name="world">Who was invited.</param>
    /// <param name="labels">The labels that a page tells when so many of each group have written.</param>
    public static Onlooker At(InvitedWorld world, Func<IReadOnlyDictionary<string, int>, IEnumerable<string>> labels)
    {
        var onlooker = new Onlooker(world);
        foreach (var vector in onlooker.Vectors())
        {
            var total = vector.Sum();
            // Below the floor a record is opened only by agreement, and with fewer than k not even then.
            if (total < world.K) continue;
            var sent = world.Groups.Select((group, index) => (group, vector[index])).ToDictionary();
            var page = $"{(total >= Seal.Floor ? "ten or more" : "five to nine")}: {string.Join(", ", labels(sent).Order(StringComparer.Ordinal))}";
            if (!onlooker._told.TryGetValue(page, out var vectors)) onlooker._told[page] = vectors = [];
            vectors.Add(vector);
        }
        return onlooker;
    }

    /// <summary>
    /// The groups, or sums of groups, of which a page says more than may be known: one value, or one or two. What already follows from a
    /// record of ten or more having been opened is not the page's doing.
    /// </summary>
    public IEnumerable<string> Disclosed(string page)
    {
        foreach (var groups in SomeGroups())
        {
            var possible = Values(_told[page], groups);
            if (IsTooMuch(possible) && !IsTooMuch(Values(Alike(page), groups)))
                yield return $"[{page}] {string.Join('+', groups.Select(index => _world.Groups[index]))} = {string.Join(" or ", possible)}";
        }
    }

    /// <summary>What a delegation that knows how many of its own people wrote learns of any other organisation, or of all others in a group.</summary>
    public IEnumerable<string> Learnt(string page, string delegation)
    {
        var mine = _world.Groups.Select(group => _world.Delegations.Where(one => one.Group == group && one.Organisation == delegation).Sum(one => one.Size)).ToArray();
        foreach (var own in Below(mine))
        {
            var now = Consistent(_told[page], mine, own);
            var before = Consistent(Alike(page), mine, own);
            if (now.Count == 0) continue;
            foreach (var other in _world.Delegations.Where(one => one.Organisation != delegation))
            {
                var index = _world.Groups.ToList().IndexOf(other.Group);
                var rest = _world.InvitedTo(other.Group) - mine[index] - other.Size;
                var possible = Values(now, index, own[index], other.Size, rest);
                if (IsTooMuch(possible) && !IsTooMuch(Values(before, index, own[index], other.Size, rest)))
                    yield return $"[{page}] {delegation} with {string.Join(',', own)} learns {other.Organisation} in {other.Group} = {string.Join(" or ", possible)}";
            }
        }
    }

    private static bool IsTooMuch(SortedSet<int> possible) => possible.Count == 1 || possible.All(value => value is 1 or 2);

    // All pages that tell the same band, whatever their labels.
    private List<int[]> Alike(string page) => [.. _told.Where(one => one.Key[..one.Key.IndexOf(':', StringComparison.Ordinal)] == page[..page.IndexOf(':', StringComparison.Ordinal)]).SelectMany(one => one.Value)];

    private static SortedSet<int> Values(IEnumerable<int[]> vectors, IReadOnlyCollection<int> groups) => [.. vectors.Select(vector => groups.Sum(index => vector[index]))];

    private static SortedSet<int> Values(List<int[]> vectors, int group, int own, int size, int rest) =>
        [.. Enumerable.Range(0, size + 1).Where(value => vectors.Exists(vector => vector[group] - own - value >= 0 && vector[group] - own - value <= rest))];

    private List<int[]> Consistent(List<int[]> vectors, int[] mine, int[] own) => vectors.FindAll(vector =>
        Enumerable.Range(0, vector.Length).All(index => vector[index] >= own[index] && vector[index] <= _world.InvitedTo(_world.Groups[index]) - mine[index] + own[index]));

    private IEnumerable<int[]> Vectors() => Below([.. _world.Groups.Select(_world.InvitedTo)]);

    private static IEnumerable<int[]> Below(int[] most)
    {
        var vector = new int[most.Length];
        while (true)
        {
            yield return [.. vector];
            var at = 0;
            while (at < most.Length && vector[at] == most[at]) vector[at++] = 0;
            if (at == most.Length) yield break;
            vector[at]++;
        }
    }

    // Every group and every sum of some, but all together.
    private IEnumerable<List<int>> SomeGroups() => Enumerable.Range(1, (1 << _world.Groups.Count) - 2)
        .Select(bits => Enumerable.Range(0, _world.Groups.Count).Where(index => (bits & (1 << index)) != 0).ToList());
}
