using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Papers;

/// <summary>The lists of a paper on its way out: one with bullets, and one for each counted list, which begins at its own number.</summary>
internal sealed class PaperLists
{
    /// <summary>The number of the list with bullets.</summary>
    public const int Bullets = 1;

    /// <summary>How deep lists lie in each other, from 0.</summary>
    public const int MostDepth = 5;

    private readonly List<NumberingInstance> _ordered = [];

    /// <summary>All of them, for the file.</summary>
    public Numbering Definitions => new(
    [
        Kind(0, NumberFormatValues.Bullet, _ => "•"), Kind(1, NumberFormatValues.Decimal, depth => string.Create(CultureInfo.InvariantCulture, $"%{depth + 1}.")),
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets },
        .. _ordered,
    ]);

    /// <summary>The number of a new counted list.</summary>
    /// <param name="start">Its first item's number.</param>
    public int Ordered(int start)
    {
        var id = Bullets + 1 + _ordered.Count;
        _ordered.Add(new NumberingInstance(
            [new AbstractNumId { Val = 1 }, .. Enumerable.Range(0, MostDepth + 1).Select(depth => new LevelOverride(new StartOverrideNumberingValue { Val = start }) { LevelIndex = depth })]) { NumberID = id });
        return id;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, Func<int, string> sign) => new(
    [
        new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
        .. Enumerable.Range(0, MostDepth + 1).Select(depth => new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = sign(depth) },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Start = (454 + 340 * depth).ToString(CultureInfo.InvariantCulture), Hanging = "284" })) { LevelIndex = depth }),
    ]) { AbstractNumberId = id };
}
