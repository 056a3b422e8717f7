using DocumentFormat.OpenXml.Wordprocessing;

namespace BTech.Documents.Papers;

/// <summary>A paragraph's place in a list.</summary>
/// <param name="Depth">From 0, at most 5.</param>
/// <param name="Number">Its number where the list is counted, else nothing; letters and Roman numerals are numbers too.</param>
internal sealed record ListItem(int Depth, int? Number);

/// <summary>The lists of a Word document, and how far each has been counted.</summary>
internal sealed class DocxLists(Numbering? numbering)
{
    private const int MostDepth = 5;

    // By the list's number and the depth: whether it is counted, and from which number.
    private readonly Dictionary<(int List, int Depth), int> _starts = Starts(numbering);
    private readonly Dictionary<(int List, int Depth), int> _counted = [];

    /// <summary>The next item of a list; nothing for a paragraph in none.</summary>
    /// <param name="own">What the paragraph says.</param>
    /// <param name="styles">Its style and those on which that rests.</param>
    public ListItem? Next(NumberingProperties? own, IEnumerable<Style> styles)
    {
        var inherited = styles.Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(list => list is not null);
        if (own is null && inherited is null) return null;
        var list = own?.NumberingId?.Val?.Value ?? inherited?.NumberingId?.Val?.Value;
        // Number 0 takes a paragraph out of the list that its style puts it into.
        if (list == 0) return null;
        var depth = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? inherited?.NumberingLevelReference?.Val?.Value ?? 0, 0, MostDepth);
        return new ListItem(depth, list is { } id && _starts.TryGetValue((id, depth), out var start) ? Count(id, depth, start) : null);
    }

    private int Count(int list, int depth, int start)
    {
        // Whatever lies deeper begins anew.
        for (var deeper = depth + 1; deeper <= MostDepth; deeper++) _counted.Remove((list, deeper));
        return _counted[(list, depth)] = Math.Min(_counted.TryGetValue((list, depth), out var last) ? last + 1 : start, 999_999);
    }

    private static Dictionary<(int, int), int> Starts(Numbering? numbering)
    {
        var starts = new Dictionary<(int, int), int>();
        var kinds = (numbering?.Elements<AbstractNum>() ?? []).Where(kind => kind.AbstractNumberId?.Value is not null).GroupBy(kind => kind.AbstractNumberId!.Value).ToDictionary(same => same.Key, same => same.First());
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is not { } id || list.AbstractNumId?.Val?.Value is not { } kind || !kinds.TryGetValue(kind, out var found)) continue;
            foreach (var level in found.Elements<Level>())
                if (level.LevelIndex?.Value is >= 0 and <= MostDepth and var depth && level.NumberingFormat?.Val is { } format && format.Value != NumberFormatValues.Bullet && format.Value != NumberFormatValues.None)
                    starts[(id, depth)] = Math.Clamp(level.StartNumberingValue?.Val?.Value ?? 1, 1, 999_999);
            foreach (var other in list.Elements<LevelOverride>())
                if (other.LevelIndex?.Value is { } depth && other.StartOverrideNumberingValue?.Val?.Value is { } start && starts.ContainsKey((id, depth))) starts[(id, depth)] = Math.Clamp(start, 1, 999_999);
        }
        return starts;
    }
}
