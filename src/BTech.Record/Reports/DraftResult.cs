namespace BTech.Record.Reports;

/// <summary>What became of a change to a draft.</summary>
public enum DraftResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such report, section, block or statement.</summary>
    NotThere = 2,

    /// <summary>This version is no draft any more; nothing in it changes.</summary>
    NotADraft = 3,

    /// <summary>Nothing was written, or far too much.</summary>
    TextMissing = 4,

    /// <summary>A key point needs exactly one key phrase.</summary>
    KeyPhraseMissing = 5,

    /// <summary>A key phrase has 2 to 40 words.</summary>
    KeyPhraseLength = 6,

    /// <summary>A key point rests on at least one excerpt, or on a numbered note of the meeting.</summary>
    EvidenceMissing = 7,

    /// <summary>The chosen wording claims more than the contributors behind the point allow.</summary>
    WordingTooStrong = 8,

    /// <summary>A note of the host begins with the host's label.</summary>
    HostLabelMissing = 9,

    /// <summary>A key point does not begin with the host's label.</summary>
    HostLabelOnPoint = 10,

    /// <summary>Somebody else has changed it meanwhile; both texts are shown.</summary>
    ChangedMeanwhile = 11,

    /// <summary>A footnote that the text refers to does not exist, or one to be removed is referred to.</summary>
    Footnote = 12,

    /// <summary>The window is frozen: a key point keeps what it rests on, and a phrase that held then; it may be removed.</summary>
    Frozen = 13,

    /// <summary>Nothing of the lists is marked for the annex or released, and nothing of them stands in the report.</summary>
    NothingReleased = 14,

    /// <summary>Something is left out without saying why.</summary>
    ReasonMissing = 15,

    /// <summary>The reason for leaving something out is longer than <see cref="StatementRules.LongestReason"/> characters.</summary>
    ReasonTooLong = 16,

    /// <summary>The chosen wording claims more than the numbers; the second person may agree to it if told why, and that is missing.</summary>
    LiftReasonMissing = 21,
}
