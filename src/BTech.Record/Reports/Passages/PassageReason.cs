namespace BTech.Record.Reports.Passages;

/// <summary>Why a coded passage is not told of in a report.</summary>
public enum PassageReason
{
    /// <summary>One contributor alone said it: it is kept on file.</summary>
    RaisedOnce = 1,

    /// <summary>A point that stands in the report says it already.</summary>
    SaidElsewhere = 2,

    /// <summary>It is not about what the consultation asks.</summary>
    OutOfScope = 3,

    /// <summary>It was given to be learnt from, not to be used.</summary>
    BackgroundOnly = 4,

    /// <summary>It could not be told without giving somebody away.</summary>
    Recognisable = 5,

    /// <summary>Something else, which the reason says in words.</summary>
    Other = 6,
}
