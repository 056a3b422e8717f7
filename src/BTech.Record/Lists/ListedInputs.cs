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
        var inputs = await record.ReadListedAsync(windowId, record.KeptInputs(windowId).Where(input => kinds.Contains(input.Kind)), cancel);
        var start = ReadersOrder.Start(reader, windowId);
        return [.. inputs.OrderBy(input => input.Id < start).ThenBy(input => input.Id)];
    }

    /// <summary>The words of some inputs of a window as they may be read; of one in a rare language those of its working translation, where there is one.</summary>
    public static async Task<IReadOnlyList<ListedInput>> ReadListedAsync(this RecordContext record, Guid windowId, IQueryable<SealedInput> asked, CancellationToken cancel)
    {
        var inputs = await asked.AsNoTracking().ToListAsync(cancel);
        var ids = inputs.ConvertAll(input => input.Id);
        var translations = await record.TranslationsAsync(ids, cancel);
        var named = translations.Count == 0 ? null : (await record.NamedPartsAsync(windowId, cancel)).Languages;
        // Masks behind the texts, so that one set in this instant is not missed.
        var masks = (await record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return [.. inputs.Select(input => translations.GetValueOrDefault(input.Id)?.ReadableUnder(masks[input.Id]) is { } translation && !named!.Contains(input.Language)
            ? new ListedInput(input.Id, input.FocusAreaNumber, input.Kind, translation.Language, new MaskedText(translation.Text, []), InTranslation: true, input.Permission)
            : new ListedInput(input.Id, input.FocusAreaNumber, input.Kind, input.Language, new MaskedText(input.Text, masks[input.Id]), InTranslation: false, input.Permission))];
    }

    public static Task<bool> IsListedAsync(this RecordContext record, Guid windowId, Guid inputId, InputKind[] kinds, CancellationToken cancel) =>
        record.KeptInputs(windowId).AnyAsync(input => input.Id == inputId && kinds.Contains(input.Kind), cancel);

    /// <summary>A text as it is kept: without blanks around it, nothing for none.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
