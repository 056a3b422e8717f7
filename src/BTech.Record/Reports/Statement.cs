namespace BTech.Record.Reports;

/// <summary>
/// Something a report says, in one of three voices kept apart: participants' (<see cref="KeyPoint"/>),
/// the host's (<see cref="HostNote"/>) and the product's own facts (<see cref="Fact"/>).
/// </summary>
public abstract class Statement
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The block it stands in.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Place in the block, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>
    /// Inline text: <c>**key phrase**</c>, <c>*emphasis*</c>, <c>[words](https://…)</c> and <c>[^1]</c> for a footnote;
    /// nothing else is markup. Read by <see cref="InlineText"/>.
    /// </summary>
    public required string Text { get; set; }
}
