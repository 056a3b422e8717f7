using System.Globalization;
using BTech.Record.Storage;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Inputs;

/// <summary>Keeps what inputs are found by: makes it for a window, and anew for an input whose masks or translation have changed.</summary>
public sealed class SearchTexts
{
    // Inputs per transaction: a few megabytes.
    private const int Chunk = 2000;

    private readonly RecordContext _record;

    internal SearchTexts(RecordContext record) => _record = record;

    /// <summary>Makes what is missing in a window; one look when nothing is. The work grows with the missing texts.</summary>
    public async Task PrepareAsync(Guid windowId, CancellationToken cancel)
    {
        if (await _record.Set<SearchReadyRow>().AnyAsync(row => row.WindowId == windowId, cancel)) return;
        while (true)
        {
            // By id, which is random: rows lie in no order that says anything.
            var missing = await _record.Inputs.AsNoTracking().Where(input => input.WindowId == windowId && !_record.Set<SearchTextRow>().Any(row => row.InputId == input.Id))
                .OrderBy(input => input.Id).Take(Chunk).Select(input => new { input.Id, input.Text }).ToListAsync(cancel);
            if (missing.Count == 0) break;
            var ids = missing.ConvertAll(input => input.Id);
            var translations = await _record.TranslationsAsync(ids, cancel);
            var masks = (await _record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
            // A mask that was laid meanwhile, or a translation, has written its own row, which stays.
            await WriteAsync([.. missing.Select(input => (input.Id, WordsOf(input.Text, translations.GetValueOrDefault(input.Id), [.. masks[input.Id]])))], "DO NOTHING", cancel);
        }
        // Ready only if nothing was added or emptied since the last look.
        await _record.Database.ExecuteSqlAsync($"""
            INSERT INTO record.search_ready (window_id) SELECT {windowId}
            WHERE NOT EXISTS (
                SELECT FROM record.sealed_input i WHERE i.window_id = {windowId}
                AND NOT EXISTS (SELECT FROM record.search_text s WHERE s.input_id = i.id) AND NOT EXISTS (SELECT FROM record.withdrawal w WHERE w.input_id = i.id))
            ON CONFLICT DO NOTHING
            """, cancel);
    }

    /// <summary>Makes the rows of new inputs, inside the transaction that adds them and in their order.</summary>
    internal async Task AddAsync(IReadOnlyList<(Guid Id, string Text)> inputs, CancellationToken cancel)
    {
        foreach (var chunk in inputs.Chunk(Chunk)) await WriteAsync([.. chunk.Select(input => (input.Id, SearchWords.Of(input.Text)))], "DO NOTHING", cancel);
    }

    /// <summary>Makes the row of one input anew, inside the caller's transaction, from the masks and the translation as they are then.</summary>
    internal async Task RenewAsync(Guid inputId, CancellationToken cancel)
    {
        var text = await _record.Inputs.Where(input => input.Id == inputId).Select(input => input.Text).SingleAsync(cancel);
        var translations = await _record.TranslationsAsync([inputId], cancel);
        var masks = await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).ToListAsync(cancel);
        await WriteAsync([(inputId, WordsOf(text, translations.GetValueOrDefault(inputId), masks))], "(input_id) DO UPDATE SET words = excluded.words, pieces = excluded.pieces", cancel);
    }

    // Two blanks between the two texts, so that no run of words is found across them. A translation that is held back is found by nothing.
    private static string WordsOf(string text, WorkingTranslation? translation, IReadOnlyList<Mask> masks) =>
        SearchWords.Of(new MaskedText(text, masks)) + (translation?.ReadableUnder(masks) is { } readable ? SearchWords.Of(readable.Text) : "");

    private async Task WriteAsync(IReadOnlyList<(Guid Id, string Words)> rows, string onConflict, CancellationToken cancel)
    {
        var sql = $"INSERT INTO record.search_text (input_id, words, pieces) SELECT id, words, pieces::int4[] FROM unnest(@ids, @words, @pieces) AS row (id, words, pieces) ON CONFLICT {onConflict}";
        // Arrays of arrays would have to be of one length, so the pieces travel as text, whose minus sign is not the one of the reader's language.
        await _record.Database.ExecuteSqlRawAsync(sql, [
            new NpgsqlParameter("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = rows.Select(row => row.Id).ToArray() },
            new NpgsqlParameter("words", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = rows.Select(row => row.Words).ToArray() },
            new NpgsqlParameter("pieces", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = rows.Select(row => "{" + string.Join(',', SearchWords.PiecesOf(row.Words).Select(piece => piece.ToString(CultureInfo.InvariantCulture))) + "}").ToArray() },
        ], cancel);
    }
}
