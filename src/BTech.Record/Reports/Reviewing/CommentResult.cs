namespace BTech.Record.Reports.Reviewing;

/// <summary>What became of an act on a review comment.</summary>
public enum CommentResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The comment, its place or the version is not there, or the version is public.</summary>
    NotThere,

    /// <summary>There is no text.</summary>
    Missing,

    /// <summary>The text is longer than <see cref="ReviewComment.LongestText"/>.</summary>
    TooLong,

    /// <summary>The version has <see cref="ReviewComment.Most"/> comments already.</summary>
    TooMany,

    /// <summary>It is somebody else's.</summary>
    NotYours,
}
