using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
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
        return [.. inputs.Select(input => new Both(input, new MaskedText(input.Text, masks[input.Id]), [.. codings[input.Id]]))];
    }

    /// <summary>An input.</summary>
    /// <param name="Input">Its row.</param>
    /// <param name="Text">Its words as they may be read.</param>
    /// <param name="Codings">What both readings gave.</param>
    public sealed record Both(SealedInput Input, MaskedText Text, IReadOnlyList<CodedExcerpt> Codings);
}
