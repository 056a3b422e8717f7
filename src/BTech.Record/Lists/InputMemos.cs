using BTech.Agenda;
using BTech.Record.Boxes;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>The memos on single inputs: written, changed and removed by anybody of the team. They are there as long as the input is kept.</summary>
public sealed class InputMemos
{
    private readonly RecordContext _record;

    internal InputMemos(RecordContext record) => _record = record;

    /// <summary>Those of one input that a member of the team may see, by their words: in no order of writing.</summary>
    public async Task<IReadOnlyList<InputMemo>> OfInputAsync(StaffId reader, Guid inputId, CancellationToken cancel) =>
        [.. (await _record.InputMemosFor(reader).AsNoTracking().Where(memo => memo.InputId == inputId).ToListAsync(cancel))
            .OrderBy(memo => memo.Text, StringComparer.CurrentCultureIgnoreCase).ThenBy(memo => memo.Id)];

    /// <summary>Whether a text may be a memo.</summary>
    public static bool IsMemo(string? text) => Memo(text) is not null;

    /// <summary>Adds one to a kept input.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="IsMemo"/>: the page asks first.</exception>
    public async Task<MemoResult> AddAsync(Guid inputId, string? text, StaffId by, CancellationToken cancel)
    {
        var words = Memo(text) ?? throw new ArgumentException("A memo has words, and not too many.", nameof(text));
        // Of two who add the last one at a time the second is told.
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeTextTurnAsync(inputId, cancel);
        if (!await IsKeptAsync(inputId, cancel)) return MemoResult.NotThere;
        if (await _record.InputMemos.CountAsync(memo => memo.InputId == inputId, cancel) >= InputMemo.Most) return MemoResult.TooMany;
        _record.InputMemos.Add(new InputMemo { Id = Guid.NewGuid(), InputId = inputId, Text = words, WrittenBy = by });
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return MemoResult.Done;
    }

    /// <summary>Changes one, as long as it still says what was shown.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="IsMemo"/>: the page asks first.</exception>
    public async Task<MemoResult> ChangeAsync(Guid inputId, Guid id, string? seen, string? text, StaffId by, CancellationToken cancel)
    {
        var words = Memo(text) ?? throw new ArgumentException("A memo has words, and not too many.", nameof(text));
        if (await FindAsync(inputId, id, cancel) is not { } memo) return MemoResult.NotThere;
        // One statement, so that of two who change it at a time the later one is told.
        var shown = Wording.Cleaned(seen);
        return await _record.InputMemos.Where(one => one.Id == id && one.Text == shown)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, words).SetProperty(one => one.WrittenBy, by), cancel) > 0 ? MemoResult.Done
            : memo.Text == words ? MemoResult.Done : MemoResult.ChangedMeanwhile;
    }

    /// <summary>Removes one, as long as it still says what was shown.</summary>
    public async Task<MemoResult> RemoveAsync(Guid inputId, Guid id, string? seen, CancellationToken cancel)
    {
        if (await FindAsync(inputId, id, cancel) is null) return MemoResult.NotThere;
        var shown = Wording.Cleaned(seen);
        return await _record.InputMemos.Where(memo => memo.Id == id && memo.Text == shown).ExecuteDeleteAsync(cancel) > 0 ? MemoResult.Done : MemoResult.ChangedMeanwhile;
    }

    private static string? Memo(string? text) => Wording.Cleaned(text) is { Length: > 0 and <= InputMemo.LongestText } words ? words : null;

    private async Task<InputMemo?> FindAsync(Guid inputId, Guid id, CancellationToken cancel) =>
        await IsKeptAsync(inputId, cancel) ? await _record.InputMemos.AsNoTracking().SingleOrDefaultAsync(memo => memo.Id == id && memo.InputId == inputId, cancel) : null;

    private Task<bool> IsKeptAsync(Guid inputId, CancellationToken cancel) =>
        _record.KeptInput(inputId).AnyAsync(cancel);
}
