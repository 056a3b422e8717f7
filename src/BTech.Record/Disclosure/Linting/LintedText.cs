using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting;

/// <summary>A text of a report, or one sentence of it, without markup, and where it stands.</summary>
internal sealed class LintedText(TextPlace place, string words)
{
    private FoldedText? _folded;

    public TextPlace Place { get; } = place;

    public string Words { get; } = words;

    /// <summary>The form in which it is compared.</summary>
    public FoldedText Folded => _folded ??= new FoldedText(Words);

    /// <summary>What participants say: a key point, or the sentence before a list of them.</summary>
    public bool IsInput => Place.Statement is KeyPoint || (Place.Statement is null && Place.Block is { } block && block.Statements.Exists(statement => statement is KeyPoint));

    /// <summary>Whether it is copied from the team's lists, which are public material by nature and have their own release.</summary>
    public bool IsFromLists => Place.Section?.Kind == SectionKind.Resources;

    /// <summary>A finding here.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="isBlocking">Whether it keeps the report from going on.</param>
    /// <param name="words">The words that do it; nothing where it is the whole.</param>
    public Finding At(FindingKind kind, bool isBlocking, string? words = null) => new(kind, isBlocking, Place.Section?.Id, Place.Statement?.Id, words?.Trim())
    {
        BlockId = Place.Block?.Id,
        Footnote = Place.Footnote,
        IsCorrectionNote = Place.IsCorrectionNote,
        Sentence = Words,
    };

    /// <summary>A finding at a stretch of the folded form, quoted as the report has it.</summary>
    public Finding At(FindingKind kind, bool isBlocking, int start, int end) =>
        At(kind, isBlocking, end > start ? WordsAt(start, end) : Words);

    /// <summary>The words at a stretch of the folded form.</summary>
    private string WordsAt(int start, int end) => Words[Folded.StartOf(start)..Folded.EndOf(end - 1)];
}
