namespace BTech.Record.Storage;

/// <summary>
/// That a copy outside the site holds an input, and which masks lay over it then. Editorial: made by staff after the seal, all rows of an export in
/// one transaction and in random order. No foreign key to the input: the line must outlive it, or the copy that holds it would be forgotten.
/// </summary>
internal sealed class ExportedInputRow
{
    public required Guid ExportId { get; init; }

    public required Guid InputId { get; init; }

    public required Guid[] Masks { get; init; }
}
