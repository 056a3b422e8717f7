namespace BTech.Record.Similarity;

/// <summary>
/// Which theme an uncoded passage resembles most, by what people have coded. A passage is a vector of the rarity of its terms among all passages of
/// its language (term frequency times inverse document frequency, of length one); its likeness to a theme is the sum of the cosines with the three
/// nearest passages of that theme. Nothing is learnt but from the round itself, and nothing is called outside this process.
/// </summary>
/// <remarks>The cost is proportional to the number of terms of the uncoded passages times the number of coded passages that hold each.</remarks>
public static class ThemeGuesses
{
    /// <summary>Below this likeness nothing is suggested.</summary>
    public const double Faintest = 0.25;

    private const int Nearest = 3;
    private const int MostTerms = 5;

    /// <summary>A passage.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Language">Code of its language; only passages of one language are compared.</param>
    /// <param name="Themes">What it is coded with; empty where it is not.</param>
    public sealed record Passage(string Text, string Language, IReadOnlyCollection<Guid> Themes);

    /// <summary>A guess and its reasons.</summary>
    /// <param name="Passage">Place of the uncoded passage in the list.</param>
    /// <param name="Theme">The theme.</param>
    /// <param name="Likeness">From 0 to 3.</param>
    /// <param name="Terms">The terms that made them alike, the weightiest first.</param>
    /// <param name="Like">Places of the nearest coded passages, the nearest first.</param>
    public sealed record Guess(int Passage, Guid Theme, double Likeness, IReadOnlyList<string> Terms, IReadOnlyList<int> Like);

    /// <summary>All guesses for the passages that carry no theme, the likeliest first.</summary>
    public static IReadOnlyList<Guess> Of(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        return [.. passages.Select((passage, at) => (Passage: passage, At: at)).GroupBy(one => one.Passage.Language, StringComparer.Ordinal)
            .SelectMany(language => InOneLanguage([.. language])).OrderByDescending(guess => guess.Likeness).ThenBy(guess => guess.Passage)];
    }

    private static IEnumerable<Guess> InOneLanguage(List<(Passage Passage, int At)> passages)
    {
        var terms = passages.ConvertAll(one => Terms.Of(one.Passage.Text, one.Passage.Language).CountBy(term => term).ToDictionary(StringComparer.Ordinal));
        var spread = terms.SelectMany(one => one.Keys).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        var vectors = terms.ConvertAll(one => Vector(one, spread, passages.Count));
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < passages.Count; at++)
        {
            if (passages[at].Passage.Themes.Count == 0) continue;
            foreach (var term in vectors[at].Keys)
            {
                if (!holders.TryGetValue(term, out var list)) holders.Add(term, list = []);
                list.Add(at);
            }
        }
        for (var at = 0; at < passages.Count; at++)
        {
            if (passages[at].Passage.Themes.Count > 0) continue;
            var cosines = new Dictionary<int, double>();
            foreach (var (term, weight) in vectors[at])
                foreach (var holder in holders.GetValueOrDefault(term) ?? []) cosines[holder] = cosines.GetValueOrDefault(holder) + (weight * vectors[holder][term]);
            var byTheme = cosines.SelectMany(one => passages[one.Key].Passage.Themes.Select(theme => (Theme: theme, Holder: one.Key, Cosine: one.Value))).GroupBy(one => one.Theme);
            foreach (var theme in byTheme)
            {
                var near = theme.OrderByDescending(one => one.Cosine).ThenBy(one => one.Holder).Take(Nearest).ToList();
                var likeness = near.Sum(one => one.Cosine);
                if (likeness < Faintest) continue;
                var own = vectors[at];
                var shared = own.Select(term => (term.Key, Weight: near.Sum(one => term.Value * vectors[one.Holder].GetValueOrDefault(term.Key)))).Where(term => term.Weight > 0)
                    .OrderByDescending(term => term.Weight).ThenBy(term => term.Key, StringComparer.Ordinal).Take(MostTerms);
                yield return new Guess(passages[at].At, theme.Key, likeness, [.. shared.Select(term => term.Key)], [.. near.Select(one => passages[one.Holder].At)]);
            }
        }
    }

    private static Dictionary<string, double> Vector(Dictionary<string, int> terms, Dictionary<string, int> spread, int passages)
    {
        var vector = terms.ToDictionary(term => term.Key, term => (1 + Math.Log(term.Value)) * Math.Log((double)(passages + 1) / spread[term.Key]), StringComparer.Ordinal);
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        if (length > 0) foreach (var term in vector.Keys) vector[term] /= length;
        return vector;
    }
}
