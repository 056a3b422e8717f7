using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Similarity;

/// <summary>
/// Uncoded sentences of a window's kept inputs that resemble what the team has coded there, by <see cref="ThemeGuesses"/>, and the views that stand against
/// each other under a theme. Only words that the team may read are compared, and nothing is written.
/// </summary>
public sealed class ThemeSuggestions
{
    /// <summary>So many suggestions are shown.</summary>
    public const int Most = 25;

    /// <summary>With fewer coded passages nothing is suggested: a guess rests on up to three.</summary>
    public const int LeastCoded = 3;

    private readonly RecordContext _record;

    internal ThemeSuggestions(RecordContext record) => _record = record;

    /// <summary>Suggestions and counter-views. Computed anew each time.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="theme">Only this theme; without it each sentence shows once, under its likeliest theme.</param>
    /// <param name="area">Only inputs on this focus area; what they are compared with comes from all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SuggestedThemes> OfWindowAsync(Guid windowId, Guid? theme, int? area, CancellationToken cancel)
    {
        var inputs = await _record.ReadableTextsAsync(windowId, cancel);
        var codings = (await _record.Excerpts.AsNoTracking().Where(one => _record.Inputs.Any(input => input.Id == one.InputId && input.WindowId == windowId)).ToListAsync(cancel)).ToLookup(one => one.InputId);

        var (quotes, areas, passages) = (new List<QuotedPassage>(), new List<int?>(), new List<ThemeGuesses.Passage>());
        var (support, concern) = (new List<QuotedPassage>(), new List<QuotedPassage>());
        foreach (var input in inputs)
        {
            var text = input.Text;
            void Add(int start, int end, IReadOnlyCollection<Guid> themes)
            {
                if (text.IsHidden(start, end)) return;
                var words = text.Read(start, end);
                quotes.Add(new QuotedPassage(input.Id, input.Language, words, input.IsImported));
                areas.Add(input.FocusAreaNumber);
                passages.Add(new ThemeGuesses.Passage(words, input.Language, themes));
            }
            var coded = codings[input.Id].OrderBy(one => one.Start).ThenBy(one => one.End).ThenBy(one => one.Id).ToList();
            foreach (var passage in coded.GroupBy(one => (one.Start, one.End))) Add(passage.Key.Start, passage.Key.End, [.. passage.Select(one => one.ThemeId).Distinct()]);
            foreach (var sentence in text.Sentences.Where(sentence => !coded.Exists(one => one.Start < sentence.End && one.End > sentence.Start))) Add(sentence.Start, sentence.End, []);
            foreach (var one in coded.Where(one => one.ThemeId == theme && one.Stance != Stance.Nuance && !text.IsHidden(one.Start, one.End)))
                (one.Stance == Stance.Support ? support : concern).Add(new QuotedPassage(input.Id, input.Language, text.Read(one.Start, one.End), input.IsImported));
        }
        var isReady = passages.Count(passage => passage.Themes.Count > 0) >= LeastCoded;
        var guesses = (isReady ? ThemeGuesses.Of(passages) : []).Where(guess => (theme is null || guess.Theme == theme) && (area is null || areas[guess.Passage] == area));
        return new SuggestedThemes(
            isReady,
            [.. guesses.DistinctBy(guess => guess.Passage).Take(Most).Select(guess => new ThemeSuggestion(quotes[guess.Passage], areas[guess.Passage], guess.Theme, guess.Terms, [.. guess.Like.Select(at => quotes[at])]))],
            [.. support.Distinct().Take(Most)], [.. concern.Distinct().Take(Most)]);
    }
}
