using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Documents.Papers;

/// <summary>
/// A paper's blocks with what they are: the title, the parts under its uppermost headings, each in a focus area or outside them, and the
/// paragraphs that get numbers.
/// </summary>
public sealed class PaperOutline
{
    /// <summary>The most parts: each is a choice on the page on which the paper is corrected.</summary>
    public const int MostParts = 300;

    private readonly List<PaperBlock> _blocks;
    private readonly int _upperLevel;

    /// <param name="blocks">The blocks in reading order.</param>
    /// <exception cref="PaperRefusedException">There are more parts than <see cref="MostParts"/>.</exception>
    public PaperOutline(IReadOnlyList<PaperBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        // A single heading of the first level that opens the paper is its title.
        var hasTitle = blocks is [{ Level: 1 }, ..] && blocks.Count(block => block.Level == 1) == 1;
        Title = hasTitle ? blocks[0].Text : null;
        _blocks = [.. blocks.Skip(hasTitle ? 1 : 0)];
        _upperLevel = _blocks.Where(block => block.IsHeading).Select(block => block.Level).DefaultIfEmpty(0).Min();
        Parts = [.. _blocks.Where(IsPart).Select(block => block.Text)];
        if (Parts.Count > MostParts) throw new PaperRefusedException(PaperFault.TooManyParts);
    }

    /// <summary>The title as Markdown; nothing when the text names none.</summary>
    public string? Title { get; }

    /// <summary>The blocks in reading order, without the title.</summary>
    internal IReadOnlyList<PaperBlock> Blocks => _blocks;

    /// <summary>The level of the parts' headings; 0 when there are none.</summary>
    internal int UpperLevel => _upperLevel;

    /// <summary>The headings of the parts, in reading order.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Number of the focus area to which each part seems to belong, by its heading; nothing for the others.</summary>
    public IReadOnlyList<int?> Guess(IReadOnlyCollection<FocusArea> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var names = new AreaNames(areas);
        return [.. Parts.Select(heading => names.FindIn(heading)?.Number)];
    }

    /// <summary>The paragraphs of a version: headings without a number, texts numbered through the whole paper.</summary>
    /// <param name="version">The version's id.</param>
    /// <param name="areaOfPart">Number of the focus area for each part; parts beyond the list have none.</param>
    /// <param name="language">The language in which the paper is written.</param>
    public IReadOnlyList<Paragraph> Number(Guid version, IReadOnlyList<int?> areaOfPart, Language language)
    {
        ArgumentNullException.ThrowIfNull(areaOfPart);
        ArgumentNullException.ThrowIfNull(language);
        var paragraphs = new List<Paragraph>(_blocks.Count);
        var (part, number) = (-1, 0);
        foreach (var block in _blocks)
        {
            if (IsPart(block)) part++;
            paragraphs.Add(new Paragraph
            {
                Id = Guid.NewGuid(), PaperVersionId = version, Order = paragraphs.Count + 1, Number = block.IsHeading ? null : ++number,
                FocusAreaNumber = part >= 0 && part < areaOfPart.Count ? areaOfPart[part] : null,
                Text = new LocalizedText([new(language.Code, block.Text)]),
            });
        }
        return paragraphs;
    }

    private bool IsPart(PaperBlock block) => block.IsHeading && block.Level == _upperLevel;
}
