namespace BTech.Documents.CodeBooks;

/// <summary>Why the file of a code book cannot be taken over.</summary>
public enum CodeBookFault
{
    /// <summary>It is neither UTF-8 nor, with its mark, UTF-16.</summary>
    BrokenEncoding = 1,

    /// <summary>No theme stands in it.</summary>
    Empty = 2,

    /// <summary>A column is missing, twice or unknown.</summary>
    WrongColumns = 3,

    /// <summary>A row has more or fewer cells than there are columns, or its quotation marks do not close.</summary>
    WrongRow = 4,

    /// <summary>More themes than a code book may hold.</summary>
    TooMany = 5,

    /// <summary>A theme has no name, or one that is too long.</summary>
    BadName = 6,

    /// <summary>Two themes have the same name.</summary>
    NameTwice = 7,

    /// <summary>A text about a theme is too long.</summary>
    LongText = 8,

    /// <summary>The column on cross-cutting themes says neither yes nor no.</summary>
    NeitherYesNorNo = 9,

    /// <summary>It begins like XML and is none.</summary>
    BrokenXml = 10,

    /// <summary>It is XML, and no REFI-QDA code book.</summary>
    NoCodeBook = 11,
}
