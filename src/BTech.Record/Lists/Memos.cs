using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>The memos that the team wrote with its codings and on whole inputs, in one place.</summary>
public sealed class Memos
{
    private readonly RecordContext _record;
    private readonly ExcerptCoding _coding;

    internal Memos(RecordContext record, ExcerptCoding coding) => (_record, _coding) = (record, coding);

    /// <summary>The memos of a window that hold these words; all when there are none. Inputs that are not kept have none.</summary>
    public async Task<IReadOnlyList<FoundMemo>> FindAsync(StaffId reader, Guid windowId, string? words, CancellationToken cancel)
    {
        var onInputs = (await _record.InputMemosFor(reader).AsNoTracking().Where(memo => _record.KeptInputs(windowId).Any(input => input.Id == memo.InputId)).ToListAsync(cancel)).FindAll(memo => Holds(memo.Text));
        var ids = onInputs.Select(memo => memo.InputId).Distinct().ToArray();
        var inputs = (await _record.ReadListedAsync(windowId, _record.KeptInputs(windowId).Where(input => ids.Contains(input.Id)), cancel)).ToDictionary(input => input.Id);
        var onPassages = (await _coding.OfWindowAsync(reader, windowId, null, null, cancel)).Where(coding => Holds(coding.Memo));
        return [
            .. onInputs.Where(memo => inputs.ContainsKey(memo.InputId)).OrderBy(memo => memo.Text, StringComparer.CurrentCultureIgnoreCase).ThenBy(memo => memo.Id)
                .Select(memo => (Memo: memo, Input: inputs[memo.InputId])).Select(one => new FoundMemo(one.Memo.Text, one.Memo.InputId, one.Input.Text.Read(), one.Input.Language, one.Input.InTranslation, null)),
            .. onPassages.Select(coding => new FoundMemo(coding.Memo!, coding.InputId, coding.Text, coding.Language, coding.InTranslation, coding)),
        ];

        bool Holds(string? memo) => !string.IsNullOrWhiteSpace(memo) && (string.IsNullOrWhiteSpace(words) || memo.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase));
    }
}
