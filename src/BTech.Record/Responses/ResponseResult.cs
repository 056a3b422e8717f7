namespace BTech.Record.Responses;

/// <summary>What came of a change to the answers, or of their release.</summary>
public enum ResponseResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The report is not published, or has no such point any more.</summary>
    NotThere,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Meanwhile,

    /// <summary>No answer was chosen.</summary>
    DispositionMissing,

    /// <summary>Only what is accepted needs no reason.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="KeyPointResponse.LongestReason"/>.</summary>
    ReasonTooLong,

    /// <summary>No version of the paper after the one that was commented on has this paragraph.</summary>
    NoSuchParagraph,

    /// <summary>A later version of the paper changed the paragraph, or took it out: somebody has to look where its text stands now.</summary>
    Overtaken,

    /// <summary>Points of the report have no answer yet.</summary>
    Unanswered,

    /// <summary>The check found something in a reason that must be mended first.</summary>
    Blocked,

    /// <summary>There is nothing to do: it is there in these very words, or the public reads them already.</summary>
    Unchanged,
}
