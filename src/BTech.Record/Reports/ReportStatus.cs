namespace BTech.Record.Reports;

/// <summary>Where a version of a Summary Report stands.</summary>
public enum ReportStatus
{
    /// <summary>Being compiled.</summary>
    Draft = 0,

    /// <summary>Handed to a clearing officer.</summary>
    InReview = 1,

    /// <summary>Cleared by somebody who edited nothing in it.</summary>
    Cleared = 2,

    /// <summary>Public.</summary>
    Published = 3,

    /// <summary>Replaced by a later version.</summary>
    Superseded = 4,

    /// <summary>Taken offline: every address answers 410.</summary>
    Withdrawn = 5,
}
