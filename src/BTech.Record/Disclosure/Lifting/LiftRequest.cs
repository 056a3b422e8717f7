namespace BTech.Record.Disclosure.Lifting;

/// <summary>A request to the second person as an editor hands it in.</summary>
/// <param name="Category">Category of the reason.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record LiftRequest(LiftReason? Category, string? Reason)
{
    /// <summary>Whether it says why: <see cref="LiftResult.Done"/>, or what is missing.</summary>
    public LiftResult Check() =>
        Category is not { } category || !Enum.IsDefined(category) ? LiftResult.CategoryMissing
        : Reason?.Trim().Length is >= Lifting.ShortestReason and <= Lifting.LongestReason ? LiftResult.Done : LiftResult.ReasonLength;

    /// <summary>The line for it, not agreed to. Only after <see cref="Check"/>.</summary>
    internal Lifting For(Guid reportId, LiftKey key) => new() { ReportId = reportId, Kind = key.Kind, Hash = key.Bytes(), Category = Category!.Value, Reason = Reason!.Trim() };
}
