namespace BTech.Record.Reports;

/// <summary>One numbered note of the team from a meeting round: what its report's key points rest on.</summary>
public sealed class MeetingNote
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The meeting round.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The note.</summary>
    public required string Text { get; init; }
}
