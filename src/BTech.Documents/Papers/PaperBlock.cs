namespace BTech.Documents.Papers;

/// <summary>One block of a paper on its way in: a heading, or what becomes one numbered paragraph.</summary>
/// <param name="Level">1 to 6 for a heading, 0 for text.</param>
/// <param name="Text">Markdown without raw HTML; a heading's on one line.</param>
public sealed record PaperBlock(int Level, string Text)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => Level > 0;
}
