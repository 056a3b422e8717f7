using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>Gives themes to passages. Passages may overlap and carry several themes.</summary>
public sealed class ExcerptCoding
{
    /// <summary>Longest memo.</summary>
    public const int LongestMemo = 2000;

    private readonly RecordContext _record;

    internal ExcerptCoding(RecordContext record) => _record = record;

    /// <summary>Codes the passage between two positions, counted in code points.</summary>
    public async Task<CodingResult> CodeAsync(
        Guid inputId, int start, int end, ThemeChoice choice, StaffId by, CancellationToken cancel) =>
        (await CodeAsync(inputId, [(start, end)], choice, by, null, cancel)).Result;

    /// <summary>Codes numbered sentences; those that follow each other become one excerpt.</summary>
    public async Task<CodingResult> CodeSentencesAsync(
        Guid inputId, IEnumerable<int> numbers, ThemeChoice choice, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var input = await KeptAsync(inputId, cancel);
        return input is null ? CodingResult.NotThere : (await CodeAsync(inputId, Passages.Of(input, numbers), choice, by, null, cancel)).Result;
    }

    /// <summary>
    /// Gives every chosen theme to every passage, all or nothing. What carries a theme already is left as it is; another person's codings are never
    /// touched, so that two who code one input at once lose nothing. What a second coder gives to an input of the sample belongs to the second reading.
    /// </summary>
    /// <param name="inputId">The input.</param>
    /// <param name="passages">The passages, in code points.</param>
    /// <param name="choice">What is given.</param>
    /// <param name="by">Who codes.</param>
    /// <param name="translation"><see cref="TranslatedText.Wording"/> of the translation in which the passages stand, as it was shown; nothing for the original.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CodedPassages> CodeAsync(
        Guid inputId, IReadOnlyList<(int Start, int End)> passages, ThemeChoice choice, StaffId by, string? translation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(choice);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeCodingTurnAsync(inputId, cancel);
        var input = await KeptAsync(inputId, cancel);
        if (input is not null && translation is not null)
        {
            input = await TranslationAsync(inputId, translation, cancel);
            if (input is null) return new CodedPassages(CodingResult.TranslationChanged);
        }
        if (input is null || choice.ThemeIds.Count == 0) return new CodedPassages(CodingResult.NotThere);
        var themes = await _record.Themes.Where(theme => theme.ConsultationId == choice.ConsultationId && choice.ThemeIds.Contains(theme.Id)).Select(theme => theme.Id).ToListAsync(cancel);
        if (themes.Count != choice.ThemeIds.Distinct().Count()) return new CodedPassages(CodingResult.NotThere);
        if (choice.ValueId is { } value && !await _record.DimensionValues.AnyAsync(one => one.Id == value && one.ConsultationId == choice.ConsultationId, cancel)) return new CodedPassages(CodingResult.NotThere);
        if (passages.Count == 0 || passages.Any(passage => passage.Start < 0 || passage.End <= passage.Start || passage.End > input.Length)) return new CodedPassages(CodingResult.NoSuchPassage);
        var readable = passages.Where(passage => !input.IsHidden(passage.Start, passage.End)).ToList();
        if (readable.Count == 0) return new CodedPassages(CodingResult.NoSuchPassage);
        var isBlind = await _record.IsBlindAsync(inputId, by, cancel);
        var known = await _record.ExcerptsFor(by).Where(excerpt => excerpt.InputId == inputId && excerpt.InTranslation == (translation != null)).Select(excerpt => new { excerpt.ThemeId, excerpt.Start, excerpt.End }).ToListAsync(cancel);
        // What was compared and settled against is not given again beside the comparison.
        var compared = isBlind ? [] : (await ComparedAsync(inputId, cancel)).FindAll(one => one.InTranslation == (translation is not null));
        if (readable.Any(passage => compared.Exists(one => !one.Counts && (one.Start, one.End) == passage && themes.Contains(one.ThemeId) && !known.Exists(given => given.ThemeId == one.ThemeId && (given.Start, given.End) == passage))))
            return new CodedPassages(CodingResult.Compared);
        var added = new List<Guid>();
        foreach (var (start, end) in readable)
        {
            foreach (var theme in themes.Where(theme => !known.Exists(one => one.ThemeId == theme && one.Start == start && one.End == end)))
            {
                added.Add(Guid.NewGuid());
                _record.Excerpts.Add(new CodedExcerpt
                {
                    Id = added[^1], InputId = inputId, ThemeId = theme, InTranslation = translation is not null, Start = start, End = end, Stance = choice.Stance,
                    DimensionValueId = choice.ValueId, Memo = Note(choice.Memo), CodedBy = by, ComparedAs = isBlind ? ComparedAs.Second : ComparedAs.Not, Counts = !isBlind,
                });
            }
        }
        if (added.Count == 0) return new CodedPassages(CodingResult.AlreadyCoded);
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return new CodedPassages(CodingResult.Done, added);
    }

    /// <summary>Changes stance, note and value of a coding, as long as it still is what was shown.</summary>
    /// <param name="inputId">The input.</param>
    /// <param name="excerptId">The coding.</param>
    /// <param name="seen"><see cref="ReadableExcerpt.State"/> as it was shown.</param>
    /// <param name="choice">What it is to be; its themes are not looked at.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CodingResult> ChangeAsync(Guid inputId, Guid excerptId, string? seen, ThemeChoice choice, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeCodingTurnAsync(inputId, cancel);
        if ((await OfInputAsync(by, inputId, cancel)).SingleOrDefault(coding => coding.Id == excerptId) is not { } shown) return CodingResult.NotThere;
        if (shown.State != seen) return CodingResult.ChangedMeanwhile;
        if (choice.ValueId is { } value && !await _record.DimensionValues.AnyAsync(one => one.Id == value && one.ConsultationId == choice.ConsultationId, cancel)) return CodingResult.NotThere;
        var excerpt = await _record.ExcerptsFor(by).SingleAsync(found => found.Id == excerptId, cancel);
        // The stance is part of what is compared; a note is not.
        if (excerpt.Stance != choice.Stance && excerpt.ComparedAs is not ComparedAs.Not && !await _record.IsBlindAsync(inputId, by, cancel)) return CodingResult.Compared;
        (excerpt.Stance, excerpt.Memo, excerpt.DimensionValueId) = (choice.Stance, Note(choice.Memo), choice.ValueId);
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>Takes back codings that one person has just added, as far as they are there and nothing rests on them.</summary>
    /// <returns>Whether any was.</returns>
    public async Task<bool> TakeBackAsync(Guid inputId, IReadOnlyCollection<Guid> added, StaffId by, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeCodingTurnAsync(inputId, cancel);
        var isBlind = await _record.IsBlindAsync(inputId, by, cancel);
        var gone = await _record.ExcerptsFor(by).Where(excerpt => excerpt.InputId == inputId && excerpt.CodedBy == by && added.Contains(excerpt.Id) && (isBlind || excerpt.ComparedAs == ComparedAs.Not)
            && !_record.Evidence.Any(evidence => evidence.ExcerptId == excerpt.Id)).ExecuteDeleteAsync(cancel) > 0;
        await transaction.CommitAsync(cancel);
        return gone;
    }

    /// <summary>The themes that somebody has given most often in a window, most first: those that a key is worth.</summary>
    public async Task<IReadOnlyList<Guid>> MostGivenAsync(Guid windowId, StaffId by, int count, CancellationToken cancel) =>
        await _record.Excerpts.Where(excerpt => excerpt.CodedBy == by && _record.KeptInputs(windowId).Any(input => input.Id == excerpt.InputId))
            .GroupBy(excerpt => excerpt.ThemeId).OrderByDescending(theme => theme.Count()).ThenBy(theme => theme.Key).Select(theme => theme.Key).Take(count).ToListAsync(cancel);

    /// <summary>Removes a coding on which no key point rests. One that was compared with a second reading stays, so that the comparison does; it is settled there.</summary>
    public async Task<CodingResult> RemoveAsync(Guid inputId, Guid excerptId, StaffId by, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeCodingTurnAsync(inputId, cancel);
        var excerpt = await _record.ExcerptsFor(by).SingleOrDefaultAsync(found => found.Id == excerptId && found.InputId == inputId, cancel);
        if (excerpt is null) return CodingResult.NotThere;
        if (excerpt.ComparedAs is not ComparedAs.Not && !await _record.IsBlindAsync(inputId, by, cancel)) return CodingResult.Compared;
        if (await _record.Evidence.AnyAsync(evidence => evidence.ExcerptId == excerptId, cancel)) return CodingResult.InUse;
        _record.Excerpts.Remove(excerpt);
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>The codings of one input by place, as a member of the team may see them.</summary>
    public Task<IReadOnlyList<ReadableExcerpt>> OfInputAsync(StaffId reader, Guid inputId, CancellationToken cancel) =>
        ReadAsync(_record.Placed(_record.ExcerptsFor(reader).Where(excerpt => excerpt.InputId == inputId), _record.Inputs), cancel);

    /// <summary>
    /// The codings of a window that count and that a member of the team may see, unused ones first; by area and theme where these are given. Area 0 means
    /// overall comments.
    /// </summary>
    public async Task<IReadOnlyList<ReadableExcerpt>> OfWindowAsync(StaffId reader, Guid windowId, int? focusArea, Guid? themeId, CancellationToken cancel)
    {
        var placed = _record.Placed(_record.Excerpts, _record.KeptInputs(windowId).Where(input => !_record.BlindInputs(reader).Any(blind => blind.Id == input.Id)));
        if (focusArea is { } area) placed = placed.Where(one => one.Area == (area == 0 ? null : area));
        if (themeId is { } theme) placed = placed.Where(one => one.Excerpt.ThemeId == theme);
        var read = await ReadAsync(placed, cancel);
        // By theme, then by the random id: never in the order of storage, and never one author's passages together.
        return [.. read.OrderBy(excerpt => excerpt.Uses > 0).ThenBy(excerpt => excerpt.Theme.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(excerpt => excerpt.Stance).ThenBy(excerpt => excerpt.Id)];
    }

    /// <summary>Chosen excerpts of a window, as long as their inputs are kept.</summary>
    public Task<IReadOnlyList<ReadableExcerpt>> ChosenAsync(Guid windowId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ReadAsync(_record.Placed(_record.Excerpts.Where(excerpt => ids.Contains(excerpt.Id)), _record.KeptInputs(windowId)), cancel);

    private async Task<IReadOnlyList<ReadableExcerpt>> ReadAsync(IQueryable<PlacedExcerptsQuery.PlacedExcerpt> excerpts, CancellationToken cancel)
    {
        var rows = await (
            from placed in excerpts.AsNoTracking()
            join theme in _record.Themes on placed.Excerpt.ThemeId equals theme.Id
            join value in _record.DimensionValues on placed.Excerpt.DimensionValueId equals value.Id into values
            from value in values.DefaultIfEmpty()
            where !_record.ReviewDecisions.Any(decision => decision.InputId == placed.Input.Id && decision.IsSetAside)
            select new { placed.Excerpt, placed.Input, placed.Area, Theme = theme, Value = value, Uses = _record.Evidence.Count(evidence => evidence.ExcerptId == placed.Excerpt.Id) })
            .ToListAsync(cancel);
        var ids = rows.Select(row => row.Input.Id).Distinct().ToArray();
        var translations = await _record.TranslationsAsync([.. rows.Where(row => row.Excerpt.InTranslation).Select(row => row.Input.Id).Distinct()], cancel);
        var masks = (await _record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return [.. rows.OrderBy(row => row.Excerpt.InTranslation).ThenBy(row => row.Excerpt.Start).ThenBy(row => row.Excerpt.End).ThenBy(row => row.Excerpt.Id).Select(row =>
        {
            var (excerpt, input) = (row.Excerpt, row.Input);
            var translation = translations.GetValueOrDefault(input.Id);
            return new ReadableExcerpt(
                excerpt.Id, input.Id, row.Area, row.Theme, excerpt.Start, excerpt.End, excerpt.Stance, excerpt.Memo, excerpt.InTranslation,
                excerpt.InTranslation ? InTranslation(translation, excerpt, masks[input.Id]) : new MaskedText(input.Text, masks[input.Id]).Read(excerpt.Start, excerpt.End),
                excerpt.InTranslation && translation is not null ? translation.Language : input.Language, input.Permission, excerpt.CodedBy, row.Value, input.ImportId is not null, row.Uses);
        })];
    }

    // The two readings of an input with which the second coder is done.
    private Task<List<CodedExcerpt>> ComparedAsync(Guid inputId, CancellationToken cancel) =>
        _record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).AsNoTracking().Where(excerpt => excerpt.InputId == inputId && excerpt.ComparedAs != ComparedAs.Not
            && _record.SampledInputs.Any(sampled => sampled.InputId == inputId && sampled.IsDone)).ToListAsync(cancel);

    // Words of a translation that is held back or gone read as hidden, and so does a passage that lost its words to a mask.
    private static string InTranslation(WorkingTranslation? translation, CodedExcerpt excerpt, IEnumerable<Mask> masks) =>
        excerpt.End > excerpt.Start && translation?.ReadableUnder(masks) is { } readable ? CodePoints.Slice(readable.Text, excerpt.Start, excerpt.End) : MaskedText.Mark;

    private async Task<MaskedText?> TranslationAsync(Guid inputId, string wording, CancellationToken cancel)
    {
        var translation = (await _record.TranslationsAsync([inputId], cancel)).GetValueOrDefault(inputId);
        if (translation is null || translation.Wording != wording) return null;
        return translation.ReadableUnder(await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).ToListAsync(cancel)) is { } readable ? new MaskedText(readable.Text, []) : null;
    }

    private static string? Note(string? memo)
    {
        var note = string.IsNullOrWhiteSpace(memo) ? null : memo.Trim();
        return note?.Length > LongestMemo ? note[..LongestMemo] : note;
    }

    private async Task<MaskedText?> KeptAsync(Guid inputId, CancellationToken cancel)
    {
        var text = await _record.KeptInput(inputId).Select(input => input.Text).SingleOrDefaultAsync(cancel);
        return text is null ? null : new MaskedText(text, await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).ToListAsync(cancel));
    }
}
