using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Translations;

/// <summary>
/// Working translations of kept inputs: written, checked by somebody else, made sure of after a mask, taken back, deleted. The original is never changed.
/// Coded passages stay on their very words or the change is refused. Nothing hidden may come back by a translation: while it is held back, nobody
/// reads it but on its own page, and the wording before it is not kept.
/// </summary>
public sealed class WorkingTranslations
{
    private readonly RecordContext _record;
    private readonly SearchTexts _search;

    internal WorkingTranslations(RecordContext record, SearchTexts search) => (_record, _search) = (record, search);

    /// <summary>The translation of an input, held back or not; nothing of an input that is not there for its readers.</summary>
    public async Task<FiledTranslation?> FindAsync(Guid inputId, CancellationToken cancel)
    {
        if (await WindowAsync(inputId, cancel) is null) return null;
        var translation = await _record.Translations.AsNoTracking().SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
        var masks = await MasksAsync(inputId, cancel);
        return new FiledTranslation(translation, translation?.Fits(masks) == false, WorkingTranslation.StampOf(translation, masks));
    }

    /// <summary>Whether something may stand as who made it or who received it: one line, not too long.</summary>
    public static bool IsLine(string? line) => Wording.Cleaned(line) is { Length: > 0 and <= WorkingTranslation.LongestLine } one && !one.Contains('\n', StringComparison.Ordinal);

    /// <summary>Writes a translation, or changes it.</summary>
    /// <param name="inputId">The input.</param>
    /// <param name="entry">What it is to be.</param>
    /// <param name="seen"><see cref="FiledTranslation.Stamp"/> as it was shown.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArgumentException">A part of it is missing, too long or cannot be stored: the page asks first.</exception>
    public Task<TranslationOutcome> SaveAsync(Guid inputId, TranslationEntry entry, string? seen, StaffId by, CancellationToken cancel)
    {
        if (!IsEntry(entry)) throw new ArgumentException("A translation has words, a language, a maker, and a receiver where it was sent.", nameof(entry));
        return StepAsync(inputId, seen, async (window, translation, masks) =>
        {
            var text = Wording.Cleaned(entry.Text)!;
            var before = (translation?.WentTo, translation?.Receiver);
            var isHeldBack = translation?.Fits(masks) == false;
            if (translation is not null && translation.Text != text)
            {
                if (await MoveAsync(translation, text, isHeldBack && entry.LetPassagesGo, cancel) is { Count: > 0 } lost) return new TranslationOutcome(TranslationResult.PassagesLost, lost);
                translation.KeepEarlier();
            }
            var isSame = translation?.Text == text;
            var isNew = !isSame || translation!.Language != entry.Language;
            if (translation is null)
            {
                translation = new WorkingTranslation
                {
                    InputId = inputId, Language = entry.Language, Text = text, IsMachine = entry.IsMachine, MadeBy = "", WentTo = entry.WentTo, KnownMasks = [], WrittenBy = by,
                };
                _record.Translations.Add(translation);
            }
            // What was compared stays compared as long as not a letter changes.
            if (isNew) (translation.IsChecked, translation.WrittenBy) = (false, by);
            (translation.Text, translation.Language, translation.MadeBy, translation.IsMachine) = (text, entry.Language, Wording.Cleaned(entry.MadeBy)!, entry.IsMachine);
            (translation.WentTo, translation.Receiver) = (entry.WentTo, entry.WentTo is TextJourney.Stayed ? null : Wording.Cleaned(entry.Receiver));
            // Who made it may be corrected while it is held back; that is no look at its words.
            if (!(isHeldBack && isSame)) MadeSure(translation, masks, isHeldBack);
            // A comma that is put right sends nothing anywhere: whoever has deleted what they held does not hold it again.
            if (before != (translation.WentTo, translation.Receiver)) await NoteSentAsync(window, translation, cancel);
            return new TranslationOutcome(TranslationResult.Done);
        }, cancel);
    }

    /// <summary>Somebody other than the writer, who reads both languages, says that it says what the original says.</summary>
    public Task<TranslationOutcome> CheckAsync(Guid inputId, string? seen, StaffId by, CancellationToken cancel) => ChangeAsync(inputId, seen, (translation, masks) =>
    {
        if (translation.WrittenBy == by) return TranslationResult.OwnWork;
        if (!translation.Fits(masks)) return TranslationResult.HeldBack;
        translation.IsChecked = true;
        return TranslationResult.Done;
    }, cancel);

    /// <summary>Takes that back: it is again what it was before, a draft or a program's.</summary>
    public Task<TranslationOutcome> UncheckAsync(Guid inputId, string? seen, CancellationToken cancel) => ChangeAsync(inputId, seen, (translation, _) =>
    {
        if (!translation.IsChecked) return TranslationResult.NotThere;
        translation.IsChecked = false;
        return TranslationResult.Done;
    }, cancel);

    /// <summary>Somebody has looked: nothing of what was hidden since stands in it. The wording before it, at which nobody has looked, is forgotten.</summary>
    public Task<TranslationOutcome> ConfirmAsync(Guid inputId, string? seen, CancellationToken cancel) => ChangeAsync(inputId, seen, (translation, masks) =>
    {
        if (translation.Fits(masks)) return TranslationResult.NotThere;
        MadeSure(translation, masks, wasHeldBack: true);
        return TranslationResult.Done;
    }, cancel);

    /// <summary>Goes back to the wording before the last change, with whose it was and who made it; asked again, it comes back.</summary>
    public Task<TranslationOutcome> TakeBackAsync(Guid inputId, string? seen, CancellationToken cancel) => StepAsync(inputId, seen, async (_, translation, masks) =>
    {
        if (translation?.EarlierText is not { } earlier) return new TranslationOutcome(TranslationResult.NotThere);
        if (!translation.Fits(masks)) return new TranslationOutcome(TranslationResult.HeldBack);
        if (await MoveAsync(translation, earlier, mayLose: false, cancel) is { Count: > 0 } lost) return new TranslationOutcome(TranslationResult.PassagesLost, lost);
        translation.SwapEarlier();
        return new TranslationOutcome(TranslationResult.Done);
    }, cancel);

    /// <summary>Deletes it with the wording before it, as long as nothing is coded on it. That the original went somewhere stays noted.</summary>
    public Task<TranslationOutcome> DeleteAsync(Guid inputId, string? seen, CancellationToken cancel) => StepAsync(inputId, seen, async (_, translation, _) =>
    {
        if (translation is null) return new TranslationOutcome(TranslationResult.NotThere);
        if (await Codings(inputId).AnyAsync(cancel)) return new TranslationOutcome(TranslationResult.InUse);
        _record.Remove(translation);
        await ForgetDismissedAsync(inputId, cancel);
        return new TranslationOutcome(TranslationResult.Done);
    }, cancel);

    private static bool IsEntry(TranslationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Languages.Language.Find(entry.Language) is not null && Wording.Cleaned(entry.Text) is { Length: > 0 and <= WorkingTranslation.LongestText }
            && IsLine(entry.MadeBy) && Enum.IsDefined(entry.WentTo) && (entry.WentTo is TextJourney.Stayed || IsLine(entry.Receiver));
    }

    private static void MadeSure(WorkingTranslation translation, IReadOnlyCollection<Mask> masks, bool wasHeldBack)
    {
        translation.KnownMasks = [.. masks.Select(mask => mask.Id)];
        if (wasHeldBack) translation.ForgetEarlier();
    }

    /// <summary>Puts the coded passages to their places in another wording; those that have none, if they may, nowhere: they read as hidden from then on.</summary>
    /// <returns>The words of those that have none and may not lose them; then nothing is moved.</returns>
    private async Task<IReadOnlyList<string>> MoveAsync(WorkingTranslation translation, string text, bool mayLose, CancellationToken cancel)
    {
        var passages = await Codings(translation.InputId).Where(excerpt => excerpt.End > excerpt.Start).ToListAsync(cancel);
        var places = passages.ConvertAll(passage => (Passage: passage, Place: KeptPassages.Find(translation.Text, text, passage.Start, passage.End)));
        if (!mayLose && places.Exists(one => one.Place is null))
            return [.. places.Where(one => one.Place is null).Select(one => CodePoints.Slice(translation.Text, one.Passage.Start, one.Passage.End)).Distinct()];
        foreach (var (passage, place) in places) (passage.Start, passage.End) = place ?? (0, 0);
        await ForgetDismissedAsync(translation.InputId, cancel);
        return [];
    }

    // Those of a second reading too, whether they count or not.
    private IQueryable<CodedExcerpt> Codings(Guid inputId) =>
        _record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).Where(excerpt => excerpt.InputId == inputId && excerpt.InTranslation);

    // A decision against a suggestion was one on these very words.
    private Task<int> ForgetDismissedAsync(Guid inputId, CancellationToken cancel) =>
        _record.DismissedSuggestions.Where(dismissed => dismissed.InputId == inputId && dismissed.InTranslation).ExecuteDeleteAsync(cancel);

    // Once for each receiver: sent again, it is there already, with the words that were to be read the first time.
    private async Task NoteSentAsync(Guid window, WorkingTranslation translation, CancellationToken cancel)
    {
        if (translation.Receiver is not { } receiver) return;
        if (await _record.SentTexts.AnyAsync(sent => sent.InputId == translation.InputId && sent.WentTo == translation.WentTo && sent.Receiver == receiver, cancel)) return;
        _record.SentTexts.Add(new SentText { Id = Guid.NewGuid(), WindowId = window, InputId = translation.InputId, WentTo = translation.WentTo, Receiver = receiver, Masks = translation.KnownMasks });
    }

    private Task<TranslationOutcome> ChangeAsync(Guid inputId, string? seen, Func<WorkingTranslation, IReadOnlyList<Mask>, TranslationResult> change, CancellationToken cancel) =>
        StepAsync(inputId, seen, (_, translation, masks) => Task.FromResult(new TranslationOutcome(translation is null ? TranslationResult.NotThere : change(translation, masks))), cancel);

    private async Task<TranslationOutcome> StepAsync(Guid inputId, string? seen, Func<Guid, WorkingTranslation?, IReadOnlyList<Mask>, Task<TranslationOutcome>> step, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        try
        {
            // Behind whoever masks the input, and behind whoever codes it.
            await _record.TakeTextTurnAsync(inputId, cancel);
            await _record.TakeCodingTurnAsync(inputId, cancel);
            if (await WindowAsync(inputId, cancel) is not { } window) return new TranslationOutcome(TranslationResult.NotThere);
            var translation = await _record.Translations.SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
            var masks = await MasksAsync(inputId, cancel);
            if (seen != WorkingTranslation.StampOf(translation, masks)) return new TranslationOutcome(TranslationResult.ChangedMeanwhile);
            var outcome = await step(window, translation, masks);
            if (outcome.Result is not TranslationResult.Done) return outcome;
            await _record.SaveChangesAsync(cancel);
            await _search.RenewAsync(inputId, cancel);
            await transaction.CommitAsync(cancel);
            return outcome;
        }
        finally
        {
            _record.ChangeTracker.Clear();
        }
    }

    private Task<Guid?> WindowAsync(Guid inputId, CancellationToken cancel) =>
        _record.KeptInput(inputId).Select(input => (Guid?)input.WindowId).SingleOrDefaultAsync(cancel);

    private Task<List<Mask>> MasksAsync(Guid inputId, CancellationToken cancel) =>
        _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).ToListAsync(cancel);
}
