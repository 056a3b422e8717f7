using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Similarity;

/// <summary>
/// Uncoded sentences of a window's kept inputs that resemble what the team has coded there, by <see cref="ThemeGuesses"/>, and the views that stand against
/// each other under a theme. Only words that the team may read are compared; nothing is written but that somebody decided against a suggestion.
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
    /// <param name="reader">Who asks; of inputs which that person still has to code blind nothing is suggested, and nothing follows from them.</param>
    /// <param name="windowId">The window.</param>
    /// <param name="theme">Only this theme; without it each sentence shows once, under its likeliest theme.</param>
    /// <param name="area">Only inputs on this focus area; what they are compared with comes from all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<SuggestedThemes> OfWindowAsync(StaffId reader, Guid windowId, Guid? theme, int? area, CancellationToken cancel)
    {
        var found = await ReadAsync(reader, windowId, theme, cancel);
        var suggestions = Suggest(found, guess => (theme is null || guess.Theme == theme) && (area is null || found.Places[guess.Passage].Area == area));
        return new SuggestedThemes(
            found.IsReady, suggestions, [.. found.Support.Distinct().Take(Most)], [.. found.Concern.Distinct().Take(Most)],
            [.. found.Dismissed.Where(one => theme is null || one.ThemeId == theme).Take(Most).Select(one => (one.Id, one.ThemeId, found.QuoteOf(one))).Where(one => one.Item3.Words.Length > 0)],
            found.IsReady && theme is null ? found.Candidates(area) : []);
    }

    /// <summary>The likeliest theme of each uncoded sentence of one input, by place; sentences that resemble nothing are left out.</summary>
    public async Task<IReadOnlyList<ThemeSuggestion>> OfInputAsync(StaffId reader, Guid windowId, Guid inputId, CancellationToken cancel)
    {
        var found = await ReadAsync(reader, windowId, null, cancel);
        return [.. Suggest(found, guess => found.Quotes[guess.Passage].InputId == inputId).OrderBy(one => one.Start)];
    }

    /// <summary>Decides that a sentence does not belong to the theme that it was suggested for.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="suggestion">The sentence, its place and the theme; its other words are not looked at.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The id of the decision, for taking it back; nothing where the input is not there any more, or the place cannot be.</returns>
    public async Task<Guid?> DismissAsync(Guid windowId, SuggestedPlace suggestion, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var (inputId, themeId, inTranslation, start, end) = suggestion;
        if (start < 0 || end <= start || !await _record.KeptInputs(windowId).AnyAsync(input => input.Id == inputId, cancel)) return null;
        if (await _record.DismissedSuggestions.FirstOrDefaultAsync(
            one => one.InputId == inputId && one.ThemeId == themeId && one.InTranslation == inTranslation && one.Start == start && one.End == end, cancel) is { } known) return known.Id;
        var dismissed = new DismissedSuggestion { Id = Guid.NewGuid(), InputId = inputId, InTranslation = inTranslation, Start = start, End = end, ThemeId = themeId, DismissedBy = by };
        _record.DismissedSuggestions.Add(dismissed);
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return dismissed.Id;
    }

    /// <summary>Takes such a decision back.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> TakeBackAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        await _record.DismissedSuggestions.Where(one => one.Id == id && _record.Inputs.Any(input => input.Id == one.InputId && input.WindowId == windowId)).ExecuteDeleteAsync(cancel) > 0;

    private static List<ThemeSuggestion> Suggest(Found found, Func<ThemeGuesses.Guess, bool> isWanted)
    {
        var decided = found.Dismissed.Select(one => new SuggestedPlace(one.InputId, one.ThemeId, one.InTranslation, one.Start, one.End)).ToHashSet();
        return [.. found.Guesses.Where(isWanted)
            .Where(guess => !decided.Contains(new SuggestedPlace(
                found.Quotes[guess.Passage].InputId, guess.Theme, found.Quotes[guess.Passage].InTranslation, found.Places[guess.Passage].Start, found.Places[guess.Passage].End)))
            .DistinctBy(guess => guess.Passage).Take(Most).Select(guess =>
            {
                var place = found.Places[guess.Passage];
                return new ThemeSuggestion(found.Quotes[guess.Passage], place.Number, place.Start, place.End, place.Area, guess.Theme, guess.Terms, [.. guess.Like.Select(at => found.Quotes[at])]);
            })];
    }

    private async Task<Found> ReadAsync(StaffId reader, Guid windowId, Guid? theme, CancellationToken cancel)
    {
        var blind = (await _record.BlindInputs(reader).Where(input => input.WindowId == windowId).Select(input => input.Id).ToListAsync(cancel)).ToHashSet();
        var inputs = (await _record.ReadableTextsAsync(windowId, withTranslations: true, cancel)).Where(input => !blind.Contains(input.Id)).ToList();
        var codings = (await _record.Excerpts.AsNoTracking().Where(one => _record.Inputs.Any(input => input.Id == one.InputId && input.WindowId == windowId)).ToListAsync(cancel)).ToLookup(one => one.InputId);

        var areas = await SplitAreas.OfWindowAsync(_record, windowId, cancel);

        var (quotes, places, passages) = (new List<QuotedPassage>(), new List<Place>(), new List<ThemeGuesses.Passage>());
        var (support, concern) = (new List<QuotedPassage>(), new List<QuotedPassage>());
        foreach (var input in inputs)
        {
            var codedThere = codings[input.Id].Any(one => one.InTranslation);
            // Sentences are suggested from the text on which people work: the translation where it is shown first, or where alone they have coded.
            var worksOnTranslation = input.Translation is { } shown && (shown.GoesFirst || (codedThere && codings[input.Id].All(one => one.InTranslation)));
            Read(input, input.Text, input.Language, inTranslation: false, takesSentences: !worksOnTranslation);
            if (input.Translation is { } translation && (codedThere || worksOnTranslation)) Read(input, translation.Text, translation.Language, inTranslation: true, takesSentences: worksOnTranslation);
        }
        var isReady = passages.Count(passage => passage.Themes.Count > 0) >= LeastCoded;
        var texts = inputs.ToDictionary(input => input.Id);
        var dismissed = (await _record.DismissedSuggestions.AsNoTracking().Where(one => _record.KeptInputs(windowId).Any(input => input.Id == one.InputId)).ToListAsync(cancel))
            .Where(one => texts.ContainsKey(one.InputId)).OrderBy(one => one.Id).ToList();
        return new Found(isReady, quotes, places, passages, isReady ? ThemeGuesses.Of(passages) : [], support, concern, dismissed, texts);

        void Read(ReadableTextsQuery.ReadableText input, MaskedText text, string language, bool inTranslation, bool takesSentences)
        {
            var coded = codings[input.Id].Where(one => one.InTranslation == inTranslation).OrderBy(one => one.Start).ThenBy(one => one.End).ThenBy(one => one.Id).ToList();
            foreach (var passage in coded.GroupBy(one => (one.Start, one.End))) Add(0, passage.Key.Start, passage.Key.End, [.. passage.Select(one => one.ThemeId).Distinct()]);
            if (takesSentences)
                foreach (var sentence in text.Sentences.Where(sentence => !coded.Exists(one => one.Start < sentence.End && one.End > sentence.Start))) Add(sentence.Number, sentence.Start, sentence.End, []);
            foreach (var one in coded.Where(one => one.ThemeId == theme && one.Stance != Stance.Nuance && !text.IsHidden(one.Start, one.End)))
                (one.Stance == Stance.Support ? support : concern).Add(new QuotedPassage(input.Id, language, text.Read(one.Start, one.End), inTranslation, input.IsImported));

            void Add(int number, int start, int end, IReadOnlyCollection<Guid> themes)
            {
                if (text.IsHidden(start, end)) return;
                var words = text.Read(start, end);
                quotes.Add(new QuotedPassage(input.Id, language, words, inTranslation, input.IsImported));
                places.Add(new Place(number, start, end, areas.At(input.Id, start, input.FocusAreaNumber, inTranslation)));
                passages.Add(new ThemeGuesses.Passage(words, language, themes));
            }
        }
    }

    private sealed record Place(int Number, int Start, int End, int? Area);

    private sealed record Found(
        bool IsReady, List<QuotedPassage> Quotes, List<Place> Places, List<ThemeGuesses.Passage> Passages, IReadOnlyList<ThemeGuesses.Guess> Guesses,
        List<QuotedPassage> Support, List<QuotedPassage> Concern, List<DismissedSuggestion> Dismissed, Dictionary<Guid, ReadableTextsQuery.ReadableText> Texts)
    {
        public QuotedPassage QuoteOf(DismissedSuggestion one)
        {
            var input = Texts[one.InputId];
            var (text, language) = !one.InTranslation ? (input.Text, input.Language) : input.Translation is { } translation ? (translation.Text, translation.Language) : (null, "");
            return new QuotedPassage(one.InputId, language, text is null || one.End > text.Length || text.IsHidden(one.Start, one.End) ? "" : text.Read(one.Start, one.End).Trim(), one.InTranslation, input.IsImported);
        }

        // What a guess was made for has a theme that it resembles.
        public IReadOnlyList<CandidateTheme> Candidates(int? area)
        {
            var guessed = Guesses.Select(guess => guess.Passage).ToHashSet();
            return KeyTerms.Candidates([.. Enumerable.Range(0, Passages.Count).Where(at => !guessed.Contains(at) && (area is null || Places[at].Area == area))
                .Select(at => new KeyTerms.Sentence(Quotes[at], Passages[at].Themes.Count > 0))]);
        }
    }
}
