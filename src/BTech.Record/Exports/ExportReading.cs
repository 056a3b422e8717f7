using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Exports;

/// <summary>
/// The texts of an export, a few at a time, in the file's own random order and under random references that are stored nowhere. Each batch asks anew
/// what is kept, so that a text withdrawn or set aside meanwhile is not in the file.
/// </summary>
public sealed class ExportReading
{
    private const int BatchSize = 500;
    private const long FirstReference = 100_000_000_000;

    private readonly RecordContext _record;

    internal ExportReading(RecordContext record) => _record = record;

    /// <summary>Reads them. Memory does not grow with the texts: ids and references of the window are held, and one batch.</summary>
    public async IAsyncEnumerable<ExportedInput> ReadAsync(BegunExport begun, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(begun);
        var export = begun.Export;
        var themes = begun.Themes.ToDictionary(theme => theme.Id);
        var (languages, groups) = await _record.NamedPartsAsync(export.WindowId, cancel);
        var references = new HashSet<long>(begun.Order.Count);
        foreach (var batch in begun.Order.Chunk(BatchSize))
        {
            var rows = (await (
                from input in _record.KeptInputs(export.WindowId)
                where batch.Contains(input.Id)
                join contributor in _record.Contributors on input.ContributorId equals contributor.Id into contributors
                from contributor in contributors.DefaultIfEmpty()
                select new { Input = input, Label = contributor == null ? null : contributor.GroupLabel }).AsNoTracking().ToListAsync(cancel)).ToDictionary(row => row.Input.Id);
            // Masks behind the texts, so that one set in this instant is not missed.
            var masks = (await _record.Masks.AsNoTracking().Where(mask => batch.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
            var excerpts = (await _record.Excerpts.AsNoTracking().Where(excerpt => batch.Contains(excerpt.InputId)).ToListAsync(cancel)).ToLookup(excerpt => excerpt.InputId);
            foreach (var row in batch.Where(rows.ContainsKey).Select(id => rows[id]))
            {
                var (input, text) = (row.Input, new MaskedText(row.Input.Text, masks[row.Input.Id]));
                var passages = excerpts[input.Id].Where(excerpt => themes.ContainsKey(excerpt.ThemeId) && excerpt.End <= text.Length && !text.IsHidden(excerpt.Start, excerpt.End))
                    .OrderBy(excerpt => excerpt.Start).ThenBy(excerpt => excerpt.End).ThenBy(excerpt => excerpt.Id)
                    .Select(excerpt =>
                    {
                        var (start, end) = text.PlaceWhenRead(excerpt.Start, excerpt.End);
                        return new ExportedPassage(themes[excerpt.ThemeId], excerpt.Stance, start, end, text.Read(excerpt.Start, excerpt.End));
                    });
                yield return new ExportedInput(
                    NewReference(references), input.FocusAreaNumber, input.ParagraphNumber, input.Kind, input.Permission,
                    export.NamesLanguages && languages.Contains(input.Language) ? input.Language : null,
                    export.NamesGroups && row.Label is { } label && groups.MayStandBeside(label, input.Language) ? label : null,
                    text.Read(), [.. passages]);
            }
        }
    }

    private static long NewReference(HashSet<long> taken)
    {
        while (true)
        {
            var reference = FirstReference + RandomNumberGenerator.GetInt32(900_000) * 1_000_000L + RandomNumberGenerator.GetInt32(1_000_000);
            if (taken.Add(reference)) return reference;
        }
    }
}
