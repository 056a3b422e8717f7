namespace BTech.Documents.Imports;

/// <summary>Why a note or a file cannot be taken. The page that shows it owns the words.</summary>
public enum ImportFault
{
    /// <summary>It is neither UTF-8 nor, with its mark, UTF-16.</summary>
    BrokenEncoding = 1,

    /// <summary>Nothing to read stands in it.</summary>
    Empty = 2,

    /// <summary>It is an archive and no Word document, or a broken one.</summary>
    NotADocument = 3,

    /// <summary>It holds macros or embedded programs.</summary>
    Programs = 4,

    /// <summary>Unpacked, or as a text, it is larger than can be read.</summary>
    TooLarge = 5,

    /// <summary>The name of the file says neither text nor table nor document.</summary>
    UnknownFormat = 6,

    /// <summary>The first row of a table lacks the name of a column, or has more names than can be chosen from.</summary>
    WrongColumns = 7,

    /// <summary>A row has more or fewer cells than there are columns, or its quotation marks do not close.</summary>
    WrongRow = 8,

    /// <summary>More rows than are taken at once.</summary>
    TooManyRows = 9,

    /// <summary>No column holds texts that may be taken.</summary>
    NoTexts = 10,

    /// <summary>More passages than can each be given a focus area on one page.</summary>
    TooManyParts = 11,
}
