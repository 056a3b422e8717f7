namespace BTech.Record.Responses;

/// <summary>An answer as it was released. It never changes: a correction is a release of all answers anew.</summary>
public sealed class ReleasedResponse : KeyPointResponse
{
    /// <summary>1, 2, 3 … of the report; the public reads the newest.</summary>
    public required int Release { get; init; }
}
