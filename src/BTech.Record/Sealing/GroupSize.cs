namespace BTech.Record.Sealing;

/// <summary>How large a group of invited people is, as frozen for the seal: counts only.</summary>
/// <param name="Label">The group's label.</param>
/// <param name="Position">Its place in the merge plan, from 1.</param>
/// <param name="Family">Label of the family into which it is merged when too small.</param>
/// <param name="Invited">How many were invited.</param>
/// <param name="Organisations">From how many organisations.</param>
/// <param name="LargestDelegation">m1.</param>
/// <param name="SecondDelegation">m2.</param>
public sealed record GroupSize(
    string Label, int Position, string Family, int Invited, int Organisations, int LargestDelegation, int SecondDelegation);
