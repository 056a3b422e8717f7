using BTech.Languages;

namespace BTech.Record.Reports.Changes;

/// <summary>
/// In what two versions of a report differ, text by text, in the newer one's reading order; what is gone stands at the end of its section. A key point is known again by its
/// lineage, whatever is left of its words; another text when it says the same, or when it is of the same kind in the same section and shares enough words.
/// </summary>
public static class VersionDifferences
{
    // Of the words of either text. With fewer in common a reader sees two sentences, not one that was changed.
    private const double EnoughWords = 0.3;

    /// <summary>Compares two versions.</summary>
    public static IReadOnlyList<VersionDifference> Between(SummaryReport older, SummaryReport newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var (olds, news) = (Placed(older), Placed(newer));
        var found = new List<VersionDifference>();
        foreach (var section in news.Select(text => text.Section).Concat(olds.Select(text => text.Section)).Distinct())
        {
            var (left, right) = (olds.Where(text => text.Section == section).ToList(), news.Where(text => text.Section == section).ToList());
            var heading = section is null ? null : (right.Count > 0 ? right : left)[0].Heading;
            var pairs = Paired(left, right);
            found.AddRange(right.Where(text => pairs.GetValueOrDefault(text)?.Text != text.Text).Select(text => new VersionDifference(text.Kind, heading, pairs.GetValueOrDefault(text)?.Text, text.Text)));
            found.AddRange(left.Except(pairs.Values).Select(text => new VersionDifference(text.Kind, heading, text.Text, null)));
        }
        return found;
    }

    private static Dictionary<PlacedText, PlacedText> Paired(List<PlacedText> left, List<PlacedText> right)
    {
        var pairs = new Dictionary<PlacedText, PlacedText>();
        var free = left.ToList();
        foreach (var isSame in new Func<PlacedText, PlacedText, bool>[]
        {
            (one, other) => one.Lineage is not null && one.Lineage == other.Lineage,
            (one, other) => one.Text == other.Text,
            (one, other) => one.Kind is not (WordingKind.Statement or WordingKind.Introduction or WordingKind.Footnote or WordingKind.Due) || Likeness(one.Text, other.Text) >= EnoughWords,
        })
        {
            foreach (var text in right.Where(text => !pairs.ContainsKey(text)))
            {
                if (free.Find(one => one.Kind == text.Kind && isSame(one, text)) is not { } match) continue;
                pairs[text] = match;
                free.Remove(match);
            }
        }
        return pairs;
    }

    // Shared words of all words: the index of Jaccard.
    private static double Likeness(string one, string other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        var shared = left.Count(right.Contains);
        var all = left.Count + right.Count - shared;
        return all == 0 ? 1 : (double)shared / all;
    }

    private static HashSet<string> WordsOf(string text) => [.. WordPieces.Of(text).Where(WordPieces.IsWord).Select(word => word.ToUpperInvariant())];

    private static List<PlacedText> Placed(SummaryReport report)
    {
        var lineages = report.Statements().OfType<KeyPoint>().ToDictionary(point => point.Id, point => point.LineageId);
        var sections = report.Sections.ToDictionary(section => section.Id);
        return [.. Wording.Of(report).Select(text => text.Section is { } id && sections[id] is var section
            ? new PlacedText(text.Kind, $"{section.Kind} {section.FocusAreaNumber}", section.Heading, text.Kind == WordingKind.Statement && lineages.TryGetValue(text.Id!.Value, out var lineage) ? lineage : null, text.Text)
            : new PlacedText(text.Kind, null, null, null, text.Text))];
    }

    // A class, for two texts that say the same are two.
    private sealed class PlacedText(WordingKind kind, string? section, string? heading, Guid? lineage, string text)
    {
        public WordingKind Kind => kind;

        public string? Section => section;

        public string? Heading => heading;

        public Guid? Lineage => lineage;

        public string Text => text;
    }
}
