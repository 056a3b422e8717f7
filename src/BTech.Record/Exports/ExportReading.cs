using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BTech.Record.Coding;
using BTech.Record.Imports;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Record.Exports;

/// <summary>
/// The texts of an export, a few at a time, in the file's own random order and under random references that are stored nowhere. Each batch asks anew
/// what is kept, so that a text withdrawn or set aside meanwhile is not in the file.
/// </summary>
public sealed class ExportReading
{
    private const int BatchSize = 2_000;
    private const long FirstReference = 100_000_000_000;

    // Passages of a translation are read after its text: the hash says whether they are still places in that text.
    private const string Wording = "sha256(convert_to(t.text, 'UTF8'))";

    private readonly RecordContext _record;
    private readonly NpgsqlDataSource _source;

    internal ExportReading(RecordContext record, NpgsqlDataSource source) => (_record, _source) = (record, source);

    /// <summary>Reads them. Memory does not grow with the texts: ids and references of the window are held, and one batch.</summary>
    public async IAsyncEnumerable<ExportedInput> ReadAsync(BegunExport begun, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(begun);
        var export = begun.Export;
        var themes = begun.Themes.ToDictionary(theme => theme.Id);
        var (languages, groups) = await _record.NamedPartsAsync(export.WindowId, cancel);
        var references = new HashSet<long>(begun.Order.Count);
        await foreach (var (ids, batch) in BatchesAsync(begun, cancel))
        {
            foreach (var id in ids)
            {
                if (!batch.Inputs.TryGetValue(id, out var input)) continue;
                var text = new MaskedText(input.Text, batch.Masks[id]);
                var translation = batch.Translations.GetValueOrDefault(id) is { } one && WorkingTranslation.KnowsAll(one.KnownMasks, batch.Masks[id]) ? one : null;
                yield return new ExportedInput(
                    NewReference(references), input.FocusAreaNumber, input.ParagraphNumber, input.Kind, input.Permission,
                    export.NamesLanguages && languages.Contains(input.Language) ? input.Language : null,
                    export.NamesGroups && input.Label is { } label && groups.MayStandBeside(label, input.Language) ? label : null,
                    text.Read(), translation is null ? null : new ExportedTranslation(translation.Language, translation.Text), Passages(text, translation, batch.Excerpts[id], themes), input.Lineage);
            }
        }
    }

    // The next batch is read while the last one is written. It asks for itself what is kept, one batch earlier than it is needed.
    private async IAsyncEnumerable<(Guid[] Ids, Batch Batch)> BatchesAsync(BegunExport begun, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var connection = await _source.OpenConnectionAsync(cancel);
        Task<(Guid[], Batch)>? ahead = null;
        try
        {
            foreach (var ids in begun.Order.Chunk(BatchSize))
            {
                var read = ahead;
                if (read is not null) await read;
                ahead = Task.Run(async () => (ids, await ReadAsync(connection, begun.Export.WindowId, ids, stop.Token)), stop.Token);
                if (read is not null) yield return await read;
            }
            if (ahead is not null) yield return await ahead;
        }
        finally
        {
            // Whoever stops in the middle leaves no question under way on a connection that is about to close.
            await stop.CancelAsync();
            if (ahead is not null) await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static List<ExportedPassage> Passages(MaskedText text, Translation? translation, IEnumerable<Excerpt> excerpts, Dictionary<Guid, Theme> themes)
    {
        var passages = new List<ExportedPassage>();
        // What was taken out of a translation for a mask is not in it any more, so nothing in it is hidden.
        var translated = translation is null ? null : new MaskedText(translation.Text, []);
        foreach (var excerpt in excerpts.OrderBy(excerpt => excerpt.InTranslation).ThenBy(excerpt => excerpt.Start).ThenBy(excerpt => excerpt.End).ThenBy(excerpt => excerpt.Id))
        {
            if ((excerpt.InTranslation ? translated : text) is not { } marked) continue;
            // Moved to another wording since the one that stands in the file was read.
            if (excerpt.InTranslation && !translation!.Wording.AsSpan().SequenceEqual(excerpt.Wording)) continue;
            if (!themes.TryGetValue(excerpt.ThemeId, out var theme) || excerpt.End > marked.Length || marked.IsHidden(excerpt.Start, excerpt.End)) continue;
            var (start, end) = marked.PlaceWhenRead(excerpt.Start, excerpt.End);
            passages.Add(new ExportedPassage(theme, excerpt.Stance, excerpt.InTranslation, start, end, marked.Read(excerpt.Start, excerpt.End)));
        }
        return passages;
    }

    // One journey to the server for a batch, and no objects of the context: a window may hold a hundred thousand texts.
    private static async Task<Batch> ReadAsync(NpgsqlConnection connection, Guid windowId, Guid[] ids, CancellationToken cancel)
    {
        await using var questions = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // What KeptInputsQuery and the context's gate say: not set aside, not withdrawn.
                Question("""
                    SELECT i.id, i.focus_area_number, i.paragraph_number, i.kind, i.permission, i.language, i.text, c.group_label,
                      i.import_id, m.channel, m.source, i.import_part
                    FROM unnest($1) AS asked(id) JOIN record.sealed_input i USING (id) LEFT JOIN record.contributor c ON c.id = i.contributor_id
                      LEFT JOIN record.import m ON m.id = i.import_id
                    WHERE i.window_id = $2 AND NOT EXISTS (SELECT FROM record.withdrawal w WHERE w.input_id = i.id)
                      AND NOT EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside)
                    """, ids, new NpgsqlParameter { Value = windowId }),
                Question($"SELECT t.input_id, t.language, t.text, t.known_masks, {Wording} FROM record.working_translation t WHERE t.input_id = ANY($1)", ids),
                // Masks behind the texts, so that one set in this instant is not missed.
                Question("""SELECT id, input_id, start, "end", reason, masked_by FROM record.mask WHERE input_id = ANY($1)""", ids),
                Question($"""
                    SELECT e.id, e.input_id, e.theme_id, e.start, e."end", e.stance, e.in_translation, {Wording}
                    FROM record.coded_excerpt e LEFT JOIN record.working_translation t ON e.in_translation AND t.input_id = e.input_id
                    WHERE e.input_id = ANY($1) AND e.counts
                    """, ids),
            },
        };
        await using var reader = await questions.ExecuteReaderAsync(cancel);
        var inputs = new Dictionary<Guid, Input>(ids.Length);
        while (await reader.ReadAsync(cancel))
            inputs.Add(reader.GetGuid(0), new Input(
                reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), (InputKind)reader.GetInt32(3),
                (QuotingPermission)reader.GetInt32(4), reader.GetString(5), reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetString(7),
                reader.IsDBNull(8) ? null : new Lineage(reader.GetGuid(8), (ImportChannel)reader.GetInt32(9), reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetString(11))));
        await reader.NextResultAsync(cancel);
        var translations = new Dictionary<Guid, Translation>();
        while (await reader.ReadAsync(cancel)) translations.Add(reader.GetGuid(0), new Translation(reader.GetString(1), reader.GetString(2), (Guid[])reader[3], (byte[])reader[4]));
        await reader.NextResultAsync(cancel);
        var masks = new List<Mask>();
        while (await reader.ReadAsync(cancel))
            masks.Add(new Mask
            {
                Id = reader.GetGuid(0), InputId = reader.GetGuid(1), Start = reader.GetInt32(2), End = reader.GetInt32(3), Reason = reader.GetString(4), MaskedBy = new(reader.GetGuid(5)),
            });
        await reader.NextResultAsync(cancel);
        var excerpts = new List<Excerpt>();
        while (await reader.ReadAsync(cancel))
            excerpts.Add(new Excerpt(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetInt32(4), (Stance)reader.GetInt32(5), reader.GetBoolean(6), reader.IsDBNull(7) ? [] : (byte[])reader[7]));
        return new Batch(inputs, translations, masks.ToLookup(mask => mask.InputId), excerpts.ToLookup(excerpt => excerpt.InputId));
    }

    private static NpgsqlBatchCommand Question(string sql, Guid[] ids, params NpgsqlParameter[] more)
    {
        var question = new NpgsqlBatchCommand(sql);
        question.Parameters.Add(new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        foreach (var parameter in more) question.Parameters.Add(parameter);
        return question;
    }

    private static long NewReference(HashSet<long> taken)
    {
        while (true)
        {
            var reference = FirstReference + RandomNumberGenerator.GetInt32(900_000) * 1_000_000L + RandomNumberGenerator.GetInt32(1_000_000);
            if (taken.Add(reference)) return reference;
        }
    }

    private sealed record Input(int? FocusAreaNumber, int? ParagraphNumber, InputKind Kind, QuotingPermission Permission, string Language, string Text, string? Label, Lineage? Lineage);

    private sealed record Translation(string Language, string Text, Guid[] KnownMasks, byte[] Wording);

    private sealed record Excerpt(Guid Id, Guid InputId, Guid ThemeId, int Start, int End, Stance Stance, bool InTranslation, byte[] Wording);

    private sealed record Batch(Dictionary<Guid, Input> Inputs, Dictionary<Guid, Translation> Translations, ILookup<Guid, Mask> Masks, ILookup<Guid, Excerpt> Excerpts);
}
