namespace BTech.Documents.Papers;

/// <summary>One heading or paragraph of a paper that is being corrected.</summary>
/// <param name="Level">0 for text, 1 for the heading of a part, more for one within a part.</param>
/// <param name="Text">Markdown without raw HTML; a heading's on one line.</param>
/// <param name="Area">Number of its focus area; nothing outside them.</param>
/// <param name="IsLeftOut">Whether it is not to be saved; until then it stands there and can be taken in again.</param>
public sealed record DraftPiece(int Level, string Text, int? Area, bool IsLeftOut)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => Level > 0;
}
