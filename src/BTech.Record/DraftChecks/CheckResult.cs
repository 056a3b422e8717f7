namespace BTech.Record.DraftChecks;

/// <summary>What became of beginning a check or of leaving it out.</summary>
public enum CheckResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such report.</summary>
    NotThere = 2,

    /// <summary>The report is not cleared, is of a meeting, or its check has begun.</summary>
    NotNow = 3,

    /// <summary>Whoever edited a version does not decide that nobody is asked.</summary>
    OwnWork = 4,

    /// <summary>A reason is needed, of up to 500 characters.</summary>
    ReasonLength = 5,

    /// <summary>Not that many working days.</summary>
    DaysOutOfRange = 6,
}
