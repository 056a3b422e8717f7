namespace BTech.Languages.Coach;

/// <summary>
/// Marks what in a text may tell who wrote it: the writer's own entry, general rules of how people speak of themselves in the six languages,
/// and a gazetteer that is the same for all. A country or a company that is only spoken of is not marked. It has no memory: it sees neither
/// database nor list, keeps nothing and logs nothing. Marks are hints: what nobody thought of is not found, and the writer decides.
/// </summary>
public sealed class SelfIdentification(Gazetteer gazetteer)
{
    /// <summary>The passages that may tell who wrote a text, in reading order, none on another.</summary>
    /// <param name="text">Any text, in any of the six languages or several.</param>
    /// <param name="own">The writer's own entry; used for this call only.</param>
    public IReadOnlyList<TellingPassage> Find(string text, OwnEntry own)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(own);
        var folded = new FoldedText(text);
        if (folded.Text.Length == 0) return [];
        var spoken = Spoken(folded.Text);
        var mine = new OwnMarks(own, gazetteer);
        var found = mine.In(folded).Concat(Addresses.In(folded, mine.Domains, stretch => spoken.Exists(cues => cues.SpeaksOfOneself(stretch))))
            .Concat(spoken.SelectMany(cues => cues.Of(folded)));
        return [.. Joined(found).Select(one => new TellingPassage(CodePoints.FromIndex(text, one.Start), CodePoints.FromIndex(text, one.End), one.Tell))];
    }

    // Marks that lie on each other are one, under the plainest of what they tell.
    private static List<Found> Joined(IEnumerable<Found> found)
    {
        var joined = new List<Found>();
        foreach (var one in found.OrderBy(one => one.Start).ThenByDescending(one => one.End))
        {
            if (joined.Count > 0 && one.Start < joined[^1].End)
                joined[^1] = new Found(joined[^1].Start, Math.Max(joined[^1].End, one.End), (Tell)Math.Min((int)joined[^1].Tell, (int)one.Tell));
            else joined.Add(one);
        }
        return joined;
    }

    // The languages of a text: by its letters and, where three share them, by its small words; not by what the form says, which may have
    // been left as it was. A language counts that has a tenth as many of them as the foremost, and all three where there are none.
    private List<Cues> Spoken(string folded)
    {
        var small = Vocabulary.WordsOf(folded);
        var counts = gazetteer.Cues.Where(cues => cues.Words.Small.Count > 0).ToDictionary(cues => cues, cues => small.Count(cues.Words.Small.Contains));
        var most = counts.Values.Max();
        return [.. gazetteer.Cues.Where(cues => cues.Language.Code switch
        {
            "ar" => folded.AsSpan().IndexOfAnyInRange('\u0620', '\u064A') >= 0,
            "zh" => folded.AsSpan().IndexOfAnyInRange('\u3400', '\u9FFF') >= 0,
            "ru" => folded.AsSpan().IndexOfAnyInRange('а', 'я') >= 0,
            _ => folded.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 && counts[cues] * 10 >= most,
        })];
    }
}
