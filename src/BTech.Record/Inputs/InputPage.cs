namespace BTech.Record.Inputs;

/// <summary>One page of a reader's own order.</summary>
/// <param name="Items">The inputs.</param>
/// <param name="HasPrevious">Whether there are some before.</param>
/// <param name="HasNext">Whether there are some after.</param>
public sealed record InputPage(IReadOnlyList<ReadableInput> Items, bool HasPrevious, bool HasNext);
