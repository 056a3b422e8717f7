using BTech.Agenda.Retention;
using Npgsql;

namespace BTech.Record.Retention;

/// <summary>
/// Erases the original texts of a window: what lies behind hidden passages, the texts that were set aside with their translations, translations that are
/// held back, and withdrawn inputs with everything that hangs on them; and the words of reasons that the team gave in its reports on the window, which may repeat them. What the team reads stays: the texts with a mark in place of what is gone, and the marked passages on which reports rest.
/// Whether it is done can be seen in the tables themselves, so that it may be asked for again at any time, and finds what a restored backup brings back.
/// </summary>
public sealed class TextErasure
{
    // Shorter passages stand in other texts by chance.
    private const int ShortestPassage = 6;
    private const int ShortestText = 20;
    private const int Beginning = 40;

    // What lies at a place in a text, and moves when words before it go.
    private static readonly string[] Placed = ["harmless_passage", "split_passage", "quotation"];

    // Likewise, in the original or in its translation.
    private static readonly string[] PlacedInEither = ["coded_excerpt", "dismissed_suggestion"];

    private readonly NpgsqlDataSource _record;

    internal TextErasure(NpgsqlDataSource record) => _record = record;

    /// <summary>Whether no original text of the window is left.</summary>
    public async Task<bool> IsDoneAsync(Guid windowId, CancellationToken cancel)
    {
        await using var ask = _record.CreateCommand("""
            SELECT NOT EXISTS (SELECT FROM record.sealed_input i WHERE window_id = $1 AND (
                EXISTS (SELECT FROM record.withdrawal w WHERE w.input_id = i.id)
                OR (text <> '' AND EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside))
                OR EXISTS (SELECT FROM record.working_translation t WHERE t.input_id = i.id AND (
                    EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = i.id AND d.is_set_aside)
                    OR EXISTS (SELECT FROM record.mask m WHERE m.input_id = i.id AND m.id <> ALL (t.known_masks))))
                OR EXISTS (SELECT FROM record.mask m WHERE m.input_id = i.id AND substr(i.text, m.start + 1, m."end" - m.start) <> $2)))
            AND NOT EXISTS (SELECT FROM record.summary_report r JOIN record.draft_check c ON c.report_id = r.id LEFT JOIN record.check_answer a ON a.report_id = r.id
                WHERE r.window_id = $1 AND (a.words <> '' OR c.reason <> ''))
            AND NOT EXISTS (SELECT FROM record.summary_report r JOIN record.lifting l ON l.report_id = r.id WHERE r.window_id = $1 AND l.reason <> '')
            AND NOT EXISTS (SELECT FROM record.summary_report r JOIN record.section s ON s.report_id = r.id JOIN record.block b ON b.section_id = s.id JOIN record.statement p ON p.block_id = b.id
                WHERE r.window_id = $1 AND p.contrary_reason <> '')
            AND NOT EXISTS (SELECT FROM record.set_aside_passage a JOIN record.coded_excerpt x ON x.id = a.excerpt_id JOIN record.sealed_input i ON i.id = x.input_id
                WHERE i.window_id = $1 AND a.words <> '')
            AND NOT EXISTS (SELECT FROM record.saved_filter WHERE window_id = $1 AND query LIKE '%words=%')
            AND NOT EXISTS (SELECT FROM record.summary_report r WHERE r.window_id = $1 AND (EXISTS (SELECT FROM record.draft_change c WHERE c.report_id = r.id)
                OR EXISTS (SELECT FROM record.begun_wording b WHERE b.report_id = r.id) OR EXISTS (SELECT FROM record.review_comment m WHERE m.report_id = r.id)))
            """);
        ask.Parameters.Add(new() { Value = windowId });
        ask.Parameters.Add(new() { Value = Redacted.Block.ToString() });
        return (bool)(await ask.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Erases them in one transaction.</summary>
    /// <returns>Words that must be found nowhere any more, for searching only; nothing when others held the tables: try again.</returns>
    public async Task<IReadOnlyCollection<string>?> EraseAsync(Guid windowId, CancellationToken cancel)
    {
        await using var connection = await _record.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await SealedTables.ReadAsync(connection, cancel) is not { } tables) return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        var ours = tables["sealed_input"].Rows.Where(input => input.Of<Guid>("window_id") == windowId).ToDictionary(input => input.Of<Guid>("id"));

        var withdrawn = tables["withdrawal"].Values<Guid>("input_id").Where(ours.ContainsKey).ToHashSet();
        foreach (var input in withdrawn) Whole(ours[input]);
        foreach (var translation in tables["working_translation"].Rows.Where(translation => withdrawn.Contains(translation.Of<Guid>("input_id")))) Whole(translation);
        SealedTables.RemoveInputs(tables, withdrawn);

        var setAside = tables["review_decision"].Rows.Where(decision => decision.Of<bool>("is_set_aside")).Select(decision => decision.Of<Guid>("input_id")).Where(ours.ContainsKey).Except(withdrawn).ToHashSet();
        foreach (var input in setAside)
        {
            Whole(ours[input]);
            ours[input]["text"] = "";
        }
        tables["mask"].Rows.RemoveAll(mask => setAside.Contains(mask.Of<Guid>("input_id")));
        // What the team noted on them could say what stood there.
        foreach (var list in new[] { "logged_resource", "dilemma_card", "flag", "harmless_passage", "split_passage", "handover", "dismissed_suggestion", "input_memo", "quotation" }) tables[list].Rows.RemoveAll(line => setAside.Contains(line.Of<Guid>("input_id")));
        // That they were coded stays, so that a point that rested on them goes on saying what it lost; where and with which note does not.
        foreach (var excerpt in tables["coded_excerpt"].Rows.Where(excerpt => setAside.Contains(excerpt.Of<Guid>("input_id"))))
            (excerpt["start"], excerpt["end"], excerpt["memo"]) = (0, 0, null);

        EraseTranslations(tables, ours, setAside, Whole);

        foreach (var masks in tables["mask"].Rows.Where(mask => ours.ContainsKey(mask.Of<Guid>("input_id"))).GroupBy(mask => mask.Of<Guid>("input_id")).ToList())
        {
            // What words are known by would let whoever guesses them see that the guess is right.
            tables["quotation"].Rows.RemoveAll(asked => asked.Of<Guid>("input_id") == masks.Key && masks.Any(mask => mask.Of<int>("start") < asked.Of<int>("end") && mask.Of<int>("end") > asked.Of<int>("start")));
            var redacted = new Redacted(ours[masks.Key].Of<string>("text"), masks.Select(mask => (mask.Of<int>("start"), mask.Of<int>("end"))));
            ours[masks.Key]["text"] = redacted.Text;
            // Places in a translation are counted in its own words, which retention leaves as they are.
            foreach (var passage in masks.Concat(Placed.Concat(PlacedInEither).SelectMany(table => tables[table].Rows.Where(row => row.Of<Guid>("input_id") == masks.Key && !(PlacedInEither.Contains(table) && row.Of<bool>("in_translation"))))))
                (passage["start"], passage["end"]) = redacted.Moved(passage.Of<int>("start"), passage.Of<int>("end"));
            words.UnionWith(redacted.Erased.Where(passage => passage.Length >= ShortestPassage).Select(Begun));
        }

        // Why a passage is not told of may repeat it. The kind of reason stays.
        var passages = tables["coded_excerpt"].Rows.Where(excerpt => ours.ContainsKey(excerpt.Of<Guid>("input_id"))).Select(excerpt => excerpt.Of<Guid>("id")).ToHashSet();
        foreach (var aside in tables["set_aside_passage"].Rows.Where(aside => aside["words"] is not null && passages.Contains(aside.Of<Guid>("excerpt_id")))) aside["words"] = "";

        await tables.WriteAsync(cancel);
        // A kept search may repeat what it was meant to find.
        await using (var drop = new NpgsqlCommand("DELETE FROM record.saved_filter WHERE window_id = $1 AND query LIKE '%words=%'", connection) { Parameters = { new() { Value = windowId } } })
            await drop.ExecuteNonQueryAsync(cancel);
        // So may a reason given to the second person, one for which a counter-view is not told of, and what participants wrote of a draft. That there was one stays.
        foreach (var reasons in new[]
        {
            "UPDATE record.lifting SET reason = '' WHERE reason <> '' AND report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
            "UPDATE record.statement SET contrary_reason = '' WHERE contrary_reason <> '' AND block_id IN (SELECT b.id FROM record.block b JOIN record.section s ON s.id = b.section_id JOIN record.summary_report r ON r.id = s.report_id WHERE r.window_id = $1)",
            "UPDATE record.draft_check SET reason = '' WHERE reason <> '' AND report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
            "DELETE FROM record.draft_change WHERE report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
            "DELETE FROM record.begun_wording WHERE report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
            "DELETE FROM record.review_comment WHERE report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
            "UPDATE record.check_answer SET words = '' WHERE words <> '' AND report_id IN (SELECT id FROM record.summary_report WHERE window_id = $1)",
        })
        {
            await using var forget = new NpgsqlCommand(reasons, connection) { Parameters = { new() { Value = windowId } } };
            await forget.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return words;

        void Whole(TableRow input)
        {
            var text = input.Of<string>("text");
            if (text.Length >= ShortestText) words.Add(Begun(text));
        }
    }

    // Of a text that was set aside nothing is left; a translation that nobody has looked at since a passage was hidden may say what lay behind it. What was
    // coded on it reads as hidden from then on, as it did while it was held back.
    private static void EraseTranslations(WholeTables tables, Dictionary<Guid, TableRow> ours, HashSet<Guid> setAside, Action<TableRow> erased)
    {
        var masks = tables["mask"].Rows.ToLookup(mask => mask.Of<Guid>("input_id"), mask => mask.Of<Guid>("id"));
        var gone = tables["working_translation"].Rows.Where(translation => translation.Of<Guid>("input_id") is var input && ours.ContainsKey(input)
            && (setAside.Contains(input) || masks[input].Except(translation.Of<Guid[]>("known_masks")).Any())).ToHashSet();
        // Those of texts that are kept may come back without the hidden words, so they are not looked for afterwards.
        foreach (var translation in gone.Where(translation => setAside.Contains(translation.Of<Guid>("input_id")))) erased(translation);
        var inputs = gone.Select(translation => translation.Of<Guid>("input_id")).ToHashSet();
        tables["working_translation"].Rows.RemoveAll(gone.Contains);
        foreach (var excerpt in tables["coded_excerpt"].Rows.Where(excerpt => excerpt.Of<bool>("in_translation") && inputs.Contains(excerpt.Of<Guid>("input_id"))))
            (excerpt["start"], excerpt["end"]) = (0, 0);
    }

    private static string Begun(string text) => text.Length <= Beginning ? text : text[..Beginning];
}
