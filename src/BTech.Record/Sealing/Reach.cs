namespace BTech.Record.Sealing;

/// <summary>How far apart the people behind one label are: what decides whether the label may be used.</summary>
/// <param name="Organisations">From how many organisations people were invited.</param>
/// <param name="LargestDelegation">m1: how many from the organisation with most.</param>
/// <param name="SecondDelegation">m2: how many from the next.</param>
public sealed record Reach(int Organisations, int LargestDelegation, int SecondDelegation)
{
    private const int FewestOrganisations = 3;

    /// <summary>
    /// Whether so many contributors may carry the label: enough of them, from enough organisations, and more than the two largest
    /// delegations could account for, so that one that knows its own part learns nothing about another.
    /// </summary>
    public bool Hides(int contributors, int k) =>
        Organisations >= FewestOrganisations
        && contributors >= Math.Max(k, Math.Max(LargestDelegation + 3, LargestDelegation + SecondDelegation + 1));
}
