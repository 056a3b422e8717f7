namespace BTech.Record.Disclosure;

/// <summary>The two largest delegations invited in a group, as counted by the census and frozen at closing.</summary>
/// <param name="Label">The group's label, published or not.</param>
/// <param name="Largest">Largest number of people invited from one organisation.</param>
/// <param name="Second">Second largest.</param>
public sealed record Delegations(string Label, int Largest, int Second)
{
    /// <summary>The fewest contributors behind a statement that may be said of this group, whoever of the two largest delegations wrote.</summary>
    public int FewestForAWord => Math.Max(Largest + 3, Largest + Second + 1);
}
