using BTech.Record.Inputs;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Storage;

/// <summary>All kept texts of a window as the team may read them, for whoever compares them with each other.</summary>
internal static class ReadableTextsQuery
{
    /// <summary>The texts by their random id: an order that is the same each time and says nothing about arrival. Memory grows with the texts.</summary>
    public static async Task<IReadOnlyList<ReadableText>> ReadableTextsAsync(this RecordContext record, Guid windowId, bool withTranslations, CancellationToken cancel)
    {
        var inputs = await record.KeptInputs(windowId).AsNoTracking().OrderBy(input => input.Id)
            .Select(input => new { input.Id, input.ContributorId, input.Language, input.FocusAreaNumber, input.Text, IsImported = input.ImportId != null }).ToListAsync(cancel);
        var translations = withTranslations ? await record.TranslationsAsync(record.KeptInputs(windowId).Select(input => input.Id), cancel) : new Dictionary<Guid, WorkingTranslation>();
        var named = translations.Count == 0 ? null : (await record.NamedPartsAsync(windowId, cancel)).Languages;
        var masks = (await record.Masks.AsNoTracking().Where(mask => record.Inputs.Any(input => input.Id == mask.InputId && input.WindowId == windowId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return [.. inputs.Select(input => new ReadableText(input.Id, input.ContributorId, input.Language, input.FocusAreaNumber, new MaskedText(input.Text, masks[input.Id]),
            translations.GetValueOrDefault(input.Id)?.ReadableUnder(masks[input.Id]) is { } translation ? TranslatedText.Of(translation, goesFirst: !named!.Contains(input.Language)) : null, input.IsImported))];
    }

    /// <summary>A text.</summary>
    /// <param name="Id">The input.</param>
    /// <param name="ContributorId">Whose it is, to count by; nothing once the window is frozen, and for an imported text.</param>
    /// <param name="Language">Code of its language.</param>
    /// <param name="FocusAreaNumber">Its focus area; nothing for an overall comment.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="Translation">Its working translation, if there is one to be read.</param>
    /// <param name="IsImported">Whether it came by another channel and has no contributor.</param>
    public sealed record ReadableText(
        Guid Id, Guid? ContributorId, string Language, int? FocusAreaNumber, MaskedText Text, TranslatedText? Translation, bool IsImported);
}
