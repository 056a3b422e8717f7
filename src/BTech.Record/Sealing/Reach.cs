namespace BTech.Record.Sealing;

/// <summary>How far apart the people behind one label are: what decides whether the label may be used.</summary>
/// <param name="Organisations">From how many organisations people were invited.</param>
/// <param name="LargestDelegation">m1: how many from the organisation with most.</param>
/// <param name="SecondDelegation">m2: how many from the next.</param>
public sealed record Reach(int Organisations, int LargestDelegation, int SecondDelegation);
