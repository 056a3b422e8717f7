using BTech.Agenda;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Retention;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>
/// What the team does with an input before using it: keep it, mask a passage, set it aside. The sealed text itself never changes.
/// A step may be taken back until somebody else has built on it.
/// </summary>
public sealed class Review
{
    /// <summary>Longest reason for a mask.</summary>
    public const int LongestReason = 200;

    private readonly RecordContext _record;
    private readonly SearchTexts _search;

    internal Review(RecordContext record, SearchTexts search) => (_record, _search) = (record, search);

    /// <summary>Hides a passage from every reader and exit. Positions count code points.</summary>
    public Task<ReviewResult> MaskAsync(Guid inputId, int start, int end, string? reason, StaffId by, CancellationToken cancel) =>
        MaskAsync(inputId, start, end, reason, isThreat: false, by, cancel);

    /// <summary>Likewise; a threat is kept for the security colleagues (<see cref="Threats"/>).</summary>
    public async Task<ReviewResult> MaskAsync(Guid inputId, int start, int end, string? reason, bool isThreat, StaffId by, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason) return ReviewResult.ReasonMissing;
        var text = await _record.KeptInput(inputId).Select(input => input.Text).SingleOrDefaultAsync(cancel);
        if (text is null) return ReviewResult.NotThere;
        if (start < 0 || end <= start || end > CodePoints.Count(text)) return ReviewResult.NoSuchPassage;
        _record.Masks.Add(new Mask { Id = Guid.NewGuid(), InputId = inputId, Start = start, End = end, Reason = reason.Trim(), IsThreat = isThreat, MaskedBy = by });
        await SaveMasksAsync(inputId, cancel);
        return ReviewResult.Done;
    }

    /// <summary>Takes a mask back.</summary>
    public async Task<ReviewResult> UnmaskAsync(Guid inputId, Guid maskId, StaffId by, CancellationToken cancel)
    {
        var mask = await _record.Masks.SingleOrDefaultAsync(found => found.Id == maskId && found.InputId == inputId, cancel);
        if (mask is null) return ReviewResult.NotThere;
        if (await IsBuiltUponAsync(inputId, by, cancel)) return ReviewResult.BuiltUpon;
        if (await TextAsync(inputId, cancel) is { } text && Redacted.IsErased(text, mask.Start, mask.End)) return ReviewResult.Erased;
        _record.Masks.Remove(mask);
        await SaveMasksAsync(inputId, cancel);
        return ReviewResult.Done;
    }

    /// <summary>The masks of an input: where, why and by whom.</summary>
    public async Task<IReadOnlyList<Mask>> MasksAsync(Guid inputId, CancellationToken cancel) =>
        await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).OrderBy(mask => mask.Start).ToListAsync(cancel);

    /// <summary>Keeps an input.</summary>
    public Task<ReviewResult> KeepAsync(Guid inputId, StaffId by, CancellationToken cancel) => DecideAsync(inputId, null, by, cancel);

    /// <summary>Sets an input aside for one of <see cref="SetAsideReasons"/>: from now on it reaches no list, report, export or count.</summary>
    public Task<ReviewResult> SetAsideAsync(Guid inputId, string? reason, StaffId by, CancellationToken cancel) => SetAsideAsync(inputId, reason, [], by, cancel);

    /// <summary>Likewise, for one of those or one that the consultation had of its own before the round was opened.</summary>
    public async Task<ReviewResult> SetAsideAsync(Guid inputId, string? reason, IReadOnlyCollection<string> own, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(own);
        return reason is not null && (SetAsideReasons.All.Contains(reason) || own.Contains(reason)) ? await DecideAsync(inputId, reason, by, cancel) : ReviewResult.ReasonMissing;
    }

    /// <summary>Sets inputs of one window aside together, in one transaction; those that were withdrawn or set aside meanwhile are left as they are.</summary>
    /// <returns>Those that were set aside.</returns>
    public async Task<(ReviewResult Result, IReadOnlyList<Guid> Done)> SetAsideAsync(
        Guid windowId, IReadOnlyCollection<Guid> inputIds, string? reason, IReadOnlyCollection<string> own, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (reason is null || !(SetAsideReasons.All.Contains(reason) || own.Contains(reason))) return (ReviewResult.ReasonMissing, []);
        var ids = await _record.KeptInputs(windowId).Where(input => inputIds.Contains(input.Id)).Select(input => input.Id).ToListAsync(cancel);
        if (ids.Count == 0) return (ReviewResult.NotThere, []);
        var decisions = await _record.ReviewDecisions.Where(decision => ids.Contains(decision.InputId)).ToDictionaryAsync(decision => decision.InputId, cancel);
        foreach (var id in ids)
        {
            if (!decisions.TryGetValue(id, out var decision)) _record.ReviewDecisions.Add(decision = new ReviewDecision { InputId = id, IsSetAside = true, DecidedBy = by });
            (decision.IsSetAside, decision.Reason, decision.DecidedBy) = (true, reason, by);
        }
        await SaveAsync(cancel);
        return (ReviewResult.Done, ids);
    }

    /// <summary>Takes the setting aside of inputs of one window back, each as <see cref="UndoAsync(Guid, StaffId, CancellationToken)"/> would; together or not at all where something fails.</summary>
    /// <returns>Those that are back, and not yet reviewed.</returns>
    public async Task<IReadOnlyList<Guid>> UndoAsync(Guid windowId, IReadOnlyCollection<Guid> inputIds, StaffId by, CancellationToken cancel)
    {
        var ids = await _record.Inputs.Where(input => input.WindowId == windowId && inputIds.Contains(input.Id)
            && _record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside)).Select(input => input.Id).ToListAsync(cancel);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        var back = new List<Guid>();
        foreach (var id in ids)
            if (await UndoAsync(id, by, cancel) is ReviewResult.Done) back.Add(id);
        await transaction.CommitAsync(cancel);
        return back;
    }

    /// <summary>Takes the decision on an input back.</summary>
    public async Task<ReviewResult> UndoAsync(Guid inputId, StaffId by, CancellationToken cancel)
    {
        var decision = await _record.ReviewDecisions.SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
        if (decision is null) return ReviewResult.NotThere;
        if (await IsBuiltUponAsync(inputId, by, cancel)) return ReviewResult.BuiltUpon;
        if (decision.IsSetAside && await TextAsync(inputId, cancel) is "") return ReviewResult.Erased;
        _record.ReviewDecisions.Remove(decision);
        await SaveAsync(cancel);
        return ReviewResult.Done;
    }

    private async Task<ReviewResult> DecideAsync(Guid inputId, string? setAsideFor, StaffId by, CancellationToken cancel)
    {
        if (!await _record.Inputs.AnyAsync(input => input.Id == inputId, cancel)) return ReviewResult.NotThere;
        var decision = await _record.ReviewDecisions.SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
        if (decision is null) _record.ReviewDecisions.Add(decision = new ReviewDecision { InputId = inputId, IsSetAside = false, DecidedBy = by });
        else if (decision.IsSetAside && setAsideFor is null) return ReviewResult.BuiltUpon;
        decision.IsSetAside = setAsideFor is not null;
        decision.Reason = setAsideFor;
        decision.DecidedBy = by;
        await SaveAsync(cancel);
        return ReviewResult.Done;
    }

    // Built upon: another person coded it, or a report of its window was cleared with the texts as they stood.
    private async Task<bool> IsBuiltUponAsync(Guid inputId, StaffId by, CancellationToken cancel) =>
        await _record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).AnyAsync(excerpt => excerpt.InputId == inputId && excerpt.CodedBy != by, cancel) || await _record.IsClearedAsync(inputId, cancel);

    private Task<string?> TextAsync(Guid inputId, CancellationToken cancel) =>
        _record.Inputs.Where(input => input.Id == inputId).Select(input => input.Text).SingleOrDefaultAsync(cancel);

    // What a masked passage says must not be found by it from the same moment on.
    private async Task SaveMasksAsync(Guid inputId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeTextTurnAsync(inputId, cancel);
        await SaveAsync(cancel);
        await _search.RenewAsync(inputId, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
    }
}
