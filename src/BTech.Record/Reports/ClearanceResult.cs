namespace BTech.Record.Reports;

/// <summary>What became of a step on a report's way to the public.</summary>
public enum ClearanceResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such report.</summary>
    NotThere = 2,

    /// <summary>The report does not stand where this step begins.</summary>
    NotNow = 3,

    /// <summary>The check found something that must be mended first.</summary>
    Blocked = 4,

    /// <summary>Whoever edited a version cannot clear it.</summary>
    OwnWork = 5,

    /// <summary>A note is needed.</summary>
    NoteMissing = 6,

    /// <summary>Something was asked of the second person, who has not agreed yet.</summary>
    NotAgreed = 7,

    /// <summary>Those who were invited have not been asked whether they could be recognised, and nobody has decided that they need not be.</summary>
    NotAsked = 8,

    /// <summary>They are being asked: their answers are not out yet.</summary>
    StillAsking = 9,
}
