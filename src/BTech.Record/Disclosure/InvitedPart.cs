using BTech.Record.Sealing;

namespace BTech.Record.Disclosure;

/// <summary>Some of those who were invited, who would be named together or not at all.</summary>
/// <param name="Invited">How many were invited.</param>
/// <param name="Reach">From how many organisations, and its two largest delegations.</param>
/// <param name="K">The smallest number that may share a label.</param>
internal sealed record InvitedPart(int Invited, Reach Reach, int K)
{
    /// <summary>Whether it could be named at all.</summary>
    public bool CouldBeNamed => DisclosureControl.CouldBeNamed(Invited, Reach, K);

    /// <summary>How many may have written in spite of a name that is missing because too few did.</summary>
    public int MostWithoutName => Math.Min(Invited, DisclosureControl.FewestToName(Reach, K) - 1);

    /// <summary>How many people of each two organisations at most.</summary>
    public int InTwoDelegations => Reach.LargestDelegation + Reach.SecondDelegation;
}
