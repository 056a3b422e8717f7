using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.SecondCoding;

/// <summary>
/// Second coders: who codes which inputs once more, blind. Until that person is done with an input, nobody sees the one reading who gave the other
/// (see <c>ExcerptsFor</c>); from then on both are open, and what they give alike counts once.
/// </summary>
public sealed class SecondReadings
{
    private readonly RecordContext _record;

    internal SecondReadings(RecordContext record) => _record = record;

    /// <summary>Draws a sample for somebody: from the kept inputs that others have coded, that this person has not, and that nobody reads a second time.</summary>
    public async Task<OpenedReading> OpenAsync(Guid windowId, StaffId reader, SampleShare share, CancellationToken cancel)
    {
        if (!Enum.IsDefined(share)) throw new ArgumentOutOfRangeException(nameof(share));
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeSampleTurnAsync(windowId, cancel);
        // Behind the turn nobody codes: whoever is asked may have been giving a theme to one of them, and is then no second coder of it.
        var inputs = await _record.KeptInputs(windowId).Where(input => !_record.SampledInputs.Any(sampled => sampled.InputId == input.Id)
                && _record.Excerpts.Any(excerpt => excerpt.InputId == input.Id) && !_record.Excerpts.Any(excerpt => excerpt.InputId == input.Id && excerpt.CodedBy == reader))
            .Select(input => new { input.Id, input.FocusAreaNumber }).ToListAsync(cancel);
        if (inputs.Count == 0) return OpenedReading.NothingToDraw;
        var drawn = SampleDraw.Of(inputs.Select(input => (input.Id, input.FocusAreaNumber)), share);
        var reading = new SecondReading { Id = Guid.NewGuid(), WindowId = windowId, CodedBy = reader };
        _record.SecondReadings.Add(reading);
        _record.SampledInputs.AddRange(drawn.Select(id => new SampledInput { InputId = id, ReadingId = reading.Id }));
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return OpenedReading.Done;
    }

    /// <summary>The second readings of a window.</summary>
    public async Task<IReadOnlyList<ListedReading>> ListAsync(Guid windowId, CancellationToken cancel)
    {
        var kept = _record.KeptInputs(windowId);
        var rows = await _record.SecondReadings.AsNoTracking().IgnoreQueryFilters([RecordContext.Counting]).Where(reading => reading.WindowId == windowId).Select(reading => new
        {
            Reading = reading,
            Inputs = _record.SampledInputs.Count(sampled => sampled.ReadingId == reading.Id && kept.Any(input => input.Id == sampled.InputId)),
            Done = _record.SampledInputs.Count(sampled => sampled.ReadingId == reading.Id && sampled.IsDone && kept.Any(input => input.Id == sampled.InputId)),
            Untouched = _record.SampledInputs.Count(sampled => sampled.ReadingId == reading.Id && !sampled.IsDone && kept.Any(input => input.Id == sampled.InputId)
                && !_record.Excerpts.Any(excerpt => excerpt.InputId == sampled.InputId && excerpt.ComparedAs == ComparedAs.Second)),
        }).ToListAsync(cancel);
        // By their random ids: the order says nothing of who was asked when.
        return [.. rows.OrderBy(row => row.Reading.Id).Select(row => new ListedReading(
            row.Reading.Id, row.Reading.CodedBy, DisclosureControl.ForTeam(row.Inputs), DisclosureControl.ForTeam(row.Done), DisclosureControl.ForTeam(row.Untouched)))];
    }

    /// <summary>Takes back what of a sample the second coder has not begun; what is begun or done stays, so that no work is lost.</summary>
    /// <returns>Whether anything was taken back.</returns>
    public async Task<bool> TakeBackAsync(Guid windowId, Guid readingId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeSampleTurnAsync(windowId, cancel);
        // Behind the turn nobody codes: the second coder may have been giving the first theme to one of them.
        var gone = await _record.SampledInputs.IgnoreQueryFilters([RecordContext.Counting]).Where(sampled => sampled.ReadingId == readingId && !sampled.IsDone
            && _record.SecondReadings.Any(reading => reading.Id == readingId && reading.WindowId == windowId)
            && !_record.Excerpts.Any(excerpt => excerpt.InputId == sampled.InputId && excerpt.ComparedAs == ComparedAs.Second)).ExecuteDeleteAsync(cancel);
        if (gone == 0) return false;
        await _record.SecondReadings.Where(reading => reading.Id == readingId && !_record.SampledInputs.IgnoreQueryFilters().Any(sampled => sampled.ReadingId == readingId)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Whether somebody still has to code an input blind.</summary>
    public Task<bool> IsBlindAsync(StaffId reader, Guid inputId, CancellationToken cancel) => _record.IsBlindAsync(inputId, reader, cancel);

    /// <summary>Whether somebody still has to code anything of a window blind.</summary>
    public Task<bool> IsAnythingBlindAsync(StaffId reader, Guid windowId, CancellationToken cancel) => Blind(reader, windowId).AnyAsync(cancel);

    /// <summary>Whether any of some codings belongs to an input that somebody still has to code blind.</summary>
    public Task<bool> HidesAnyAsync(StaffId reader, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancel) =>
        _record.Excerpts.AnyAsync(excerpt => excerptIds.Contains(excerpt.Id) && _record.BlindInputs(reader).Any(input => input.Id == excerpt.InputId), cancel);

    /// <summary>The next input that somebody has to code blind, but for one; nothing when none is left.</summary>
    public async Task<Guid?> NextAsync(StaffId reader, Guid windowId, Guid? except, CancellationToken cancel)
    {
        var start = ReadersOrder.Start(reader, windowId);
        var ids = await Blind(reader, windowId).Where(input => input.Id != except).Select(input => input.Id).ToListAsync(cancel);
        return ids.Count == 0 ? null : ids.OrderBy(id => id.CompareTo(start) < 0).ThenBy(id => id).First();
    }

    /// <summary>Says that the second coder is done with an input: both readings are open from now on. It cannot be taken back, because what was seen was seen.</summary>
    /// <returns>Whether it was blind until now.</returns>
    public async Task<bool> FinishAsync(StaffId reader, Guid inputId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeCodingTurnAsync(inputId, cancel);
        if (!await _record.IsBlindAsync(inputId, reader, cancel)) return false;
        await OpenBothAsync([inputId], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Likewise for all inputs of a window that are left.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> FinishAllAsync(StaffId reader, Guid windowId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeSampleTurnAsync(windowId, cancel);
        var ids = await Blind(reader, windowId).Select(input => input.Id).ToArrayAsync(cancel);
        if (ids.Length == 0) return false;
        await OpenBothAsync(ids, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task OpenBothAsync(Guid[] inputs, CancellationToken cancel)
    {
        await _record.SampledInputs.Where(sampled => inputs.Contains(sampled.InputId)).ExecuteUpdateAsync(set => set.SetProperty(sampled => sampled.IsDone, true), cancel);
        await _record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).Where(excerpt => inputs.Contains(excerpt.InputId) && excerpt.ComparedAs == ComparedAs.Not)
            .ExecuteUpdateAsync(set => set.SetProperty(excerpt => excerpt.ComparedAs, ComparedAs.First), cancel);
        await _record.RecountSecondReadingsAsync(inputs, [], cancel);
    }

    // A withdrawn or set-aside input is nobody's work any more.
    private IQueryable<SealedInput> Blind(StaffId reader, Guid windowId) => _record.KeptInputs(windowId).Where(input => _record.BlindInputs(reader).Any(blind => blind.Id == input.Id));
}
