namespace BTech.Record.Imports;

/// <summary>What became of taking texts over, or of taking an import back.</summary>
public enum ImportResult
{
    /// <summary>Done, all of it.</summary>
    Done = 1,

    /// <summary>No such import, or a window that is not sealed.</summary>
    NotThere = 2,

    /// <summary>Nothing says where the texts come from, or in too many words.</summary>
    SourceMissing = 3,

    /// <summary>There is no text, or one that is empty or longer than a text may be.</summary>
    TextMissing = 4,

    /// <summary>More than <see cref="ImportBook.MostTexts"/>.</summary>
    TooMany = 5,

    /// <summary>A text holds characters that cannot be stored.</summary>
    Unreadable = 6,

    /// <summary>The team has built on one of the texts.</summary>
    BuiltUpon = 7,

    /// <summary>Others hold the texts just now; nothing was changed, and trying again helps.</summary>
    Busy = 8,

    /// <summary>The same form was sent before: its texts are there already.</summary>
    AlreadyThere = 9,
}
