namespace BTech.Documents.Papers;

/// <summary>What a person says about one piece of a draft.</summary>
/// <param name="At">Which, from 0.</param>
/// <param name="Level">What it shall be; see <see cref="DraftPiece.Level"/>.</param>
/// <param name="Text">Its text; an empty line in a paragraph's begins the next piece.</param>
/// <param name="Area">Its focus area.</param>
/// <param name="IsLeftOut">Whether it shall be left out.</param>
/// <param name="Joins">Whether it shall go on in the piece before.</param>
public sealed record PieceEdit(int At, int Level, string Text, int? Area, bool IsLeftOut, bool Joins);

/// <summary>Why one piece cannot be taken as it was corrected.</summary>
public enum PieceFault
{
    /// <summary>It has no text, or only headings.</summary>
    Empty = 1,

    /// <summary>It is longer than a paragraph can be.</summary>
    TooLong = 2,

    /// <summary>It has too many signs of Markdown, or lists too deep in each other.</summary>
    TooIntricate = 3,

    /// <summary>There is nothing before it in which it could go on.</summary>
    NothingBefore = 4,
}

/// <summary>One piece that cannot be taken.</summary>
/// <param name="At">Which, from 0.</param>
/// <param name="Fault">Why.</param>
public sealed record PieceRefusal(int At, PieceFault Fault);
