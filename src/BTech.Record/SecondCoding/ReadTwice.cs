using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.SecondCoding;

/// <summary>The kept inputs of a window that were read twice, with both readings as they were given: what was settled since is in them too.</summary>
internal static class ReadTwice
{
    /// <param name="record">The record.</param>
    /// <param name="windowId">The window.</param>
    /// <param name="only">One input alone.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<Both>> ReadTwiceAsync(this RecordContext record, Guid windowId, Guid? only, CancellationToken cancel)
    {
        var inputs = await record.KeptInputs(windowId).AsNoTracking().Where(input => record.SampledInputs.Any(sampled => sampled.InputId == input.Id && sampled.IsDone) && (only == null || input.Id == only)).OrderBy(input => input.Id).ToListAsync(cancel);
        var ids = inputs.Select(input => input.Id).ToArray();
        var masks = (await record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        var codings = (await record.Excerpts.IgnoreQueryFilters([RecordContext.Counting]).AsNoTracking().Where(excerpt => ids.Contains(excerpt.InputId) && excerpt.ComparedAs != ComparedAs.Not).ToListAsync(cancel)).ToLookup(excerpt => excerpt.InputId);
        var translations = await record.TranslationsAsync(ids, cancel);
        var areas = await SplitAreas.OfWindowAsync(record, windowId, cancel);
        return [.. inputs.SelectMany(input => Sides(input, areas, new MaskedText(input.Text, masks[input.Id]), translations.GetValueOrDefault(input.Id)?.ReadableUnder(masks[input.Id]), [.. codings[input.Id]]))];
    }

    // Places in the original and in its translation cannot be laid beside each other: each text is compared by itself, and the one nobody worked on not at all.
    private static IEnumerable<Both> Sides(SealedInput input, SplitAreas areas, MaskedText original, WorkingTranslation? translation, List<CodedExcerpt> codings)
    {
        var (there, here) = (codings.FindAll(coding => coding.InTranslation), codings.FindAll(coding => !coding.InTranslation));
        if (here.Count > 0 || there.Count == 0) yield return new Both(input, areas, InTranslation: false, input.Language, original, here);
        if (there.Count > 0 && translation is not null) yield return new Both(input, areas, InTranslation: true, translation.Language, new MaskedText(translation.Text, []), there);
    }

    /// <summary>An input, or its working translation.</summary>
    /// <param name="Input">Its row.</param>
    /// <param name="Areas">The focus areas of passages.</param>
    /// <param name="InTranslation">Whether it is the translation.</param>
    /// <param name="Language">Code of the language of the words.</param>
    /// <param name="Text">Its words as they may be read.</param>
    /// <param name="Codings">What both readings gave.</param>
    public sealed record Both(SealedInput Input, SplitAreas Areas, bool InTranslation, string Language, MaskedText Text, IReadOnlyList<CodedExcerpt> Codings)
    {
        /// <summary>The focus area of a place in the words.</summary>
        public int? AreaAt(int place) => Areas.At(Input.Id, place, Input.FocusAreaNumber, InTranslation);
    }
}
