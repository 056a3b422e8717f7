using BTech.Record.Disclosure;

namespace BTech.Record.Sealing;

/// <summary>What a group lacks to be named, as far as that follows from who is invited.</summary>
/// <param name="Organisations">How many more organisations; 0 when there are enough.</param>
/// <param name="People">How many more people, each from an organisation that is not there yet; 0 when there are enough.</param>
/// <param name="Senders">How many must send in any case.</param>
public sealed record GroupNeed(int Organisations, int People, int Senders)
{
    /// <summary>Whether nothing is lacking but people who send.</summary>
    public bool IsMet => Organisations == 0 && People == 0;

    /// <summary>What this group lacks.</summary>
    /// <param name="group">The group as it is invited so far.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static GroupNeed Of(GroupSize group, int k)
    {
        ArgumentNullException.ThrowIfNull(group);
        var organisations = Math.Max(0, DisclosureControl.FewestOrganisations - group.Reach.Organisations);
        // Newcomers from organisations of their own; the two largest delegations are then at least one person each.
        var reach = new Reach(group.Reach.Organisations + organisations, Math.Max(1, group.Reach.LargestDelegation), Math.Max(1, group.Reach.SecondDelegation));
        var senders = DisclosureControl.FewestToName(reach, k);
        var people = organisations;
        while (!DisclosureControl.CouldBeNamed(group.Invited + people, reach, k)) people++;
        return new GroupNeed(organisations, people, senders);
    }
}
