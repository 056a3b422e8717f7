namespace BTech.Record.Coding;

/// <summary>What became of a change to the code book or to an excerpt.</summary>
public enum CodingResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>No such theme, input or excerpt.</summary>
    NotThere = 2,

    /// <summary>The name is empty or too long.</summary>
    NameMissing = 3,

    /// <summary>Another theme of the consultation bears this name.</summary>
    NameTaken = 4,

    /// <summary>It is used and cannot be removed.</summary>
    InUse = 5,

    /// <summary>The positions are outside the text, or nothing readable stands between them.</summary>
    NoSuchPassage = 6,

    /// <summary>The same passage carries this theme already.</summary>
    AlreadyCoded = 7,

    /// <summary>Somebody else has changed it since it was shown.</summary>
    ChangedMeanwhile = 8,

    /// <summary>The broader theme would stand under the theme itself.</summary>
    Circle = 9,

    /// <summary>The code book would hold more themes than it may.</summary>
    TooMany = 10,

    /// <summary>It is part of two readings that are compared: it is settled where they are laid side by side.</summary>
    Compared = 11,

    /// <summary>The working translation on which the passages stand was changed, held back or deleted since it was shown.</summary>
    TranslationChanged = 12,

    /// <summary>It says that already.</summary>
    Same = 13,
}
