namespace BTech.Record.Reports;

/// <summary>The outcome of a change to a draft.</summary>
/// <param name="Result">Done, or why not.</param>
/// <param name="Id">What was added.</param>
/// <param name="Theirs">When somebody else changed it meanwhile: their text.</param>
/// <param name="TheirState">And, of a key point, its <see cref="KeyPoint.State"/> now.</param>
public sealed record DraftOutcome(DraftResult Result, Guid? Id = null, string? Theirs = null, string? TheirState = null)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Result is DraftResult.Done;

    /// <summary>Done, with nothing to tell.</summary>
    public static DraftOutcome Done { get; } = new(DraftResult.Done);

    /// <summary>No such thing.</summary>
    public static DraftOutcome NotThere { get; } = new(DraftResult.NotThere);
}
