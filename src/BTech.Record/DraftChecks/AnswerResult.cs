namespace BTech.Record.DraftChecks;

/// <summary>What became of an answer.</summary>
public enum AnswerResult
{
    /// <summary>It is locked until the check is over.</summary>
    Kept = 1,

    /// <summary>No such draft or sentence.</summary>
    NotThere = 2,

    /// <summary>The check is over, or the draft is being changed.</summary>
    NotNow = 3,

    /// <summary>Nothing was chosen.</summary>
    KindMissing = 4,

    /// <summary>This kind of answer needs words.</summary>
    WordsMissing = 5,

    /// <summary>Too many words.</summary>
    WordsTooLong = 6,

    /// <summary>All boxes are used.</summary>
    NoRoom = 7,

    /// <summary>Others held the boxes, or the key is not there: try again.</summary>
    TryAgain = 8,
}
