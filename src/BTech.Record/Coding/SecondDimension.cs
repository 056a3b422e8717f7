namespace BTech.Record.Coding;

/// <summary>A consultation's second dimension with its values in order.</summary>
/// <param name="Name">What the values are.</param>
/// <param name="Values">At least one.</param>
public sealed record SecondDimension(string Name, IReadOnlyList<DimensionValue> Values);
