using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>The focus areas under which passages of a window's inputs are read, for whoever holds the texts in memory; in a query it is <see cref="PlacedExcerptsQuery"/>.</summary>
internal sealed class SplitAreas
{
    private readonly ILookup<Guid, (int Start, int End, int Area)> _passages;

    private SplitAreas(ILookup<Guid, (int, int, int)> passages) => _passages = passages;

    /// <summary>Reads those of a window.</summary>
    public static async Task<SplitAreas> OfWindowAsync(RecordContext record, Guid windowId, CancellationToken cancel) =>
        new((await record.SplitPassages.AsNoTracking().Where(passage => record.Inputs.Any(input => input.Id == passage.InputId && input.WindowId == windowId)).ToListAsync(cancel))
            .ToLookup(passage => passage.InputId, passage => (passage.Start, passage.End, passage.FocusAreaNumber)));

    /// <summary>
    /// The area of a place, which is that of its input where it was not split off; and everywhere in a translation, because passages are split off the original.
    /// </summary>
    public int? At(Guid inputId, int place, int? ofInput, bool inTranslation) =>
        inTranslation ? ofInput : _passages[inputId].Where(passage => passage.Start <= place && place < passage.End).Select(passage => (int?)passage.Area).FirstOrDefault() ?? ofInput;
}
