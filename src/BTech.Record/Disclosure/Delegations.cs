namespace BTech.Record.Disclosure;

/// <summary>The two largest delegations invited in a group, as counted by the census and frozen at closing.</summary>
/// <param name="Label">The group's label, published or not.</param>
/// <param name="Largest">Largest number of people invited from one organisation.</param>
/// <param name="Second">Second largest.</param>
internal sealed record Delegations(string Label, int Largest, int Second);
