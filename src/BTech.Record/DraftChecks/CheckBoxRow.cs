namespace BTech.Record.DraftChecks;

/// <summary>A box for an answer. Each check has equally many from its beginning, used and unused ones alike, and every answer writes all of them anew.</summary>
internal sealed class CheckBoxRow
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required byte[] Box { get; init; }
}
