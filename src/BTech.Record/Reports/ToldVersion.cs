namespace BTech.Record.Reports;

/// <summary>What a version that was public told of its key points.</summary>
/// <param name="IsWithdrawn">Whether it was taken offline since.</param>
/// <param name="Points">Its key points.</param>
internal sealed record ToldVersion(bool IsWithdrawn, IReadOnlyList<ToldPoint> Points);
