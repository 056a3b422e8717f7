using BTech.Record.Coding;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.SecondCoding;

/// <summary>
/// The excerpts on which two readings differ, and settling them. Until one is settled the theme counts as present, once: the first reading's coding where
/// there is one, else the second's. What is settled counts as settled, wherever codings count.
/// </summary>
public sealed class Disputes
{
    private readonly RecordContext _record;

    internal Disputes(RecordContext record) => _record = record;

    /// <summary>All disputes of a window, open and settled: by theme, then by random ids, never in the order of storage.</summary>
    public async Task<IReadOnlyList<Dispute>> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var inputs = await _record.ReadTwiceAsync(windowId, null, cancel);
        var themes = await ThemesAsync(inputs, cancel);
        return [.. inputs.SelectMany(input => Dispute.Of(input, themes)).OrderBy(dispute => dispute.Theme.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(dispute => dispute.Id)];
    }

    /// <summary>Settles a dispute.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="id">The dispute.</param>
    /// <param name="seen"><see cref="Dispute.State"/> as it was shown.</param>
    /// <param name="how">How.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<SettledResult> SettleAsync(Guid windowId, Guid id, string? seen, Settlement how, CancellationToken cancel) => ChangeAsync(windowId, id, seen, dispute =>
    {
        if (!dispute.Offered.Contains(how)) return SettledResult.NotOffered;
        foreach (var coding in dispute.Codings) (coding.IsSettled, coding.Counts) = (true, Dispute.Keeps(how, coding.ComparedAs));
        return SettledResult.Done;
    }, cancel);

    /// <summary>Takes the settling of a dispute back: it is open again and counts as it did.</summary>
    public Task<SettledResult> TakeBackAsync(Guid windowId, Guid id, string? seen, CancellationToken cancel) => ChangeAsync(windowId, id, seen, dispute =>
    {
        if (dispute.Settled is null) return SettledResult.ChangedMeanwhile;
        // Which of the second reading's count again is asked behind this, as whenever readings change.
        foreach (var coding in dispute.Codings) (coding.IsSettled, coding.Counts) = (false, coding.Counts || coding.ComparedAs == ComparedAs.First);
        return SettledResult.Done;
    }, cancel);

    private async Task<SettledResult> ChangeAsync(Guid windowId, Guid id, string? seen, Func<Dispute, SettledResult> change, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        var inputId = await _record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).Where(excerpt => excerpt.Id == id && _record.KeptInputs(windowId).Any(input => input.Id == excerpt.InputId))
            .Select(excerpt => (Guid?)excerpt.InputId).SingleOrDefaultAsync(cancel);
        if (inputId is not { } input) return SettledResult.NotThere;
        await _record.TakeCodingTurnAsync(input, cancel);
        // Read behind the turn: two who settle one dispute at the same moment do it one after the other, and the second sees what the first has made of it.
        var both = await _record.ReadTwiceAsync(windowId, input, cancel);
        var themes = await ThemesAsync(both, cancel);
        if (both.SelectMany(one => Dispute.Of(one, themes)).SingleOrDefault(one => one.Codings.Any(coding => coding.Id == id)) is not { } dispute) return SettledResult.NotThere;
        if (dispute.State != seen) return SettledResult.ChangedMeanwhile;
        var result = change(dispute);
        if (result != SettledResult.Done) return result;
        var lost = dispute.Codings.Where(coding => !coding.Counts).Select(coding => coding.Id).ToArray();
        if (await _record.Evidence.AnyAsync(evidence => lost.Contains(evidence.ExcerptId), cancel)) return SettledResult.InUse;
        _record.UpdateRange(dispute.Codings);
        await _record.SaveChangesAsync(cancel);
        await _record.RecountSecondReadingsAsync([input], [], cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return SettledResult.Done;
    }

    private async Task<Dictionary<Guid, Theme>> ThemesAsync(IReadOnlyList<ReadTwice.Both> inputs, CancellationToken cancel)
    {
        var given = inputs.SelectMany(input => input.Codings).Select(coding => coding.ThemeId).Distinct().ToArray();
        return await _record.Themes.AsNoTracking().Where(theme => given.Contains(theme.Id)).ToDictionaryAsync(theme => theme.Id, cancel);
    }
}
