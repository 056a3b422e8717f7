using BTech.Record.Disclosure;

namespace BTech.Record.Sealing;

/// <summary>What a group lacks to be named, as far as that follows from who is invited.</summary>
/// <param name="People">How many more people, each from an organisation that is not there yet; 0 when there are enough.</param>
/// <param name="Senders">How many must send in any case.</param>
public sealed record GroupNeed(int People, int Senders)
{
    /// <summary>Whether nothing is lacking but people who send.</summary>
    public bool IsMet => People == 0;

    /// <summary>What this group lacks.</summary>
    /// <param name="group">The group as it is invited so far.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static GroupNeed Of(GroupSize group, int k)
    {
        ArgumentNullException.ThrowIfNull(group);
        // Newcomers are one from an organisation each, so that neither of the two largest delegations grows beyond what it is, or one.
        var (largest, second) = (Math.Max(1, group.Reach.LargestDelegation), Math.Max(1, group.Reach.SecondDelegation));
        var people = 0;
        while (!DisclosureControl.CouldBeNamed(group.Invited + people, new Reach(group.Reach.Organisations + people, largest, second), k)) people++;
        return new GroupNeed(people, DisclosureControl.FewestToName(new Reach(group.Reach.Organisations + people, largest, second), k));
    }
}
