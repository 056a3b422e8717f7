namespace BTech.Record.Storage;

/// <summary>
/// Inputs that a copy outside the site holds, some thousand of them, and the masks that lay over them then. Editorial: made by staff after the seal, all
/// rows of an export in one transaction and the ids in random order. No foreign key to an input: the line must outlive it, or the copy that holds it would
/// be forgotten.
/// </summary>
internal sealed class ExportedPartRow
{
    public required Guid Id { get; init; }

    public required Guid ExportId { get; init; }

    public required Guid[] InputIds { get; init; }

    public required Guid[] MaskIds { get; init; }
}
