namespace BTech.Record.SecondCoding;

/// <summary>An input of a sample. An input is read a second time once and not oftener, so that two readings are two.</summary>
public sealed class SampledInput
{
    /// <summary>The input, and the key.</summary>
    public required Guid InputId { get; init; }

    /// <summary>The second reading.</summary>
    public required Guid ReadingId { get; init; }

    /// <summary>Whether the second coder is done with it. From then on both readings are open to everybody, and it cannot be coded blind again.</summary>
    public bool IsDone { get; set; }
}
