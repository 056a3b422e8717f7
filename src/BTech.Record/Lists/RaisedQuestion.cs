using BTech.Agenda;

namespace BTech.Record.Lists;

/// <summary>A question that the comments of a window raised, in the team's own words. It hangs on no input.</summary>
public sealed class RaisedQuestion
{
    /// <summary>Longest question, in characters.</summary>
    public const int LongestText = 1_000;

    /// <summary>Highest number of a batch.</summary>
    public const int MostBatches = 99;

    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The batch in which it is asked, from 1.</summary>
    public required int Batch { get; set; }

    /// <summary>The question.</summary>
    public required string Text { get; set; }

    /// <summary>Whether it may be asked in public.</summary>
    public required bool IsPublic { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required StaffId WrittenBy { get; set; }
}
