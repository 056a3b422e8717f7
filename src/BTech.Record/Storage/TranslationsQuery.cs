using BTech.Record.Inputs;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The working translations of some inputs.</summary>
internal static class TranslationsQuery
{
    /// <summary>
    /// By input, held back or not: whoever shows one reads the masks behind them, so that one set in this instant is not missed, and asks
    /// <see cref="WorkingTranslation.ReadableUnder"/>.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, WorkingTranslation>> TranslationsAsync(this RecordContext record, IReadOnlyCollection<Guid> inputs, CancellationToken cancel) =>
        await record.Translations.AsNoTracking().Where(translation => inputs.Contains(translation.InputId)).ToDictionaryAsync(translation => translation.InputId, cancel);

    /// <summary>Likewise of inputs that the database finds by itself, where they are too many to name.</summary>
    public static async Task<IReadOnlyDictionary<Guid, WorkingTranslation>> TranslationsAsync(this RecordContext record, IQueryable<Guid> inputs, CancellationToken cancel) =>
        await record.Translations.AsNoTracking().Where(translation => inputs.Contains(translation.InputId)).ToDictionaryAsync(translation => translation.InputId, cancel);
}
