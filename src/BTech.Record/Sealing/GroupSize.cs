namespace BTech.Record.Sealing;

/// <summary>How large a group of invited people is, as frozen for the seal: counts only.</summary>
/// <param name="Label">The group's label.</param>
/// <param name="Position">Its place in the merge plan, from 1.</param>
/// <param name="Family">Label of the family into which it is merged when too small.</param>
/// <param name="Invited">How many were invited.</param>
/// <param name="Reach">From how many organisations, and its two largest delegations.</param>
/// <param name="FamilyReach">The same over the whole family: an organisation with people in two of its groups is one organisation there.</param>
public sealed record GroupSize(string Label, int Position, string Family, int Invited, Reach Reach, Reach FamilyReach);
