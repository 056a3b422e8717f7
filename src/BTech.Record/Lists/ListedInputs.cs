using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>The kept inputs of some kinds, masked, each reader in an order of their own.</summary>
internal static class ListedInputs
{
    public static async Task<IReadOnlyList<ListedInput>> ListedAsync(this RecordContext record, StaffId reader, Guid windowId, InputKind[] kinds, CancellationToken cancel)
    {
        var inputs = await record.KeptInputs(windowId).Where(input => kinds.Contains(input.Kind)).AsNoTracking().ToListAsync(cancel);
        var ids = inputs.ConvertAll(input => input.Id);
        // Masks behind the texts, so that one set in this instant is not missed.
        var masks = (await record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        var start = ReadersOrder.Start(reader, windowId);
        return [.. inputs.OrderBy(input => input.Id < start).ThenBy(input => input.Id)
            .Select(input => new ListedInput(input.Id, input.FocusAreaNumber, input.Kind, input.Language, new MaskedText(input.Text, masks[input.Id])))];
    }

    public static Task<bool> IsListedAsync(this RecordContext record, Guid windowId, Guid inputId, InputKind[] kinds, CancellationToken cancel) =>
        record.KeptInputs(windowId).AnyAsync(input => input.Id == inputId && kinds.Contains(input.Kind), cancel);

    /// <summary>A text as it is kept: without blanks around it, nothing for none.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
