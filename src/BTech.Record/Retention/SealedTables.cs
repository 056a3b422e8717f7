using BTech.Agenda.Retention;
using BTech.Record.FollowUp;
using BTech.Record.Storage;
using Npgsql;

namespace BTech.Record.Retention;

/// <summary>The tables that hold sealed texts or refer to them: retention rewrites all of them, of all windows, whatever it erases.</summary>
internal static class SealedTables
{
    // What stands beside one input and goes with it.
    private static readonly string[] OnInputs =
        ["mask", "review_decision", "flag", "harmless_passage", "split_passage", "handover", "dismissed_suggestion", "logged_resource", "dilemma_card", "alike_text", "sampled_input", "working_translation", "input_memo", "quotation"];

    // Each behind those that it refers to.
    private static readonly string[] Tables =
        ["contributor", "sealed_input", "input_lookup", "withdrawal", .. OnInputs, "coded_excerpt", "evidence", "set_aside_passage"];

    // What the team has decided, noted, marked and grouped, each on one input.
    private static readonly string[] MadeByTheTeam = ["mask", "review_decision", "flag", "harmless_passage", "split_passage", "handover", "logged_resource", "dilemma_card", "coded_excerpt", "alike_text", "working_translation", "input_memo", "quotation"];

    // Made from the texts, with words in them that may have to go: never read, emptied with the rest and made anew when somebody looks for something.
    private static readonly string[] Derived = ["search_text", "search_ready"];

    /// <summary>Locks and reads them, behind the request boxes, which every other act on them locks first too.</summary>
    /// <returns>Nothing when others held a table: try again later.</returns>
    public static async Task<WholeTables?> ReadAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        await RequestRewrite.TryLockAsync(connection, cancel) ? await WholeTables.ReadAsync(connection, RecordContext.Schema, Tables, Derived, cancel) : null;

    /// <summary>Whether the team has decided, noted, marked or grouped anything on one of these inputs.</summary>
    public static bool AreBuiltUpon(WholeTables tables, IReadOnlySet<Guid> inputs) =>
        MadeByTheTeam.Any(name => tables[name].Rows.Exists(row => inputs.Contains(row.Of<Guid>("input_id"))));

    /// <summary>The same question in SQL: the ids of a window's imports of which it holds.</summary>
    public static string ImportsBuiltUpon { get; } = "SELECT DISTINCT i.import_id AS \"Value\" FROM record.sealed_input i WHERE i.window_id = {0} AND i.import_id IS NOT NULL AND ("
        + string.Join(" OR ", MadeByTheTeam.Select(table => $"EXISTS (SELECT FROM record.{table} made WHERE made.input_id = i.id)")) + ")";

    /// <summary>Takes inputs out with everything that hangs on them.</summary>
    public static void RemoveInputs(WholeTables tables, IReadOnlySet<Guid> inputs)
    {
        tables["sealed_input"].Rows.RemoveAll(input => inputs.Contains(input.Of<Guid>("id")));
        foreach (var name in OnInputs.Concat(["input_lookup", "withdrawal"]))
            tables[name].Rows.RemoveAll(row => inputs.Contains(row.Of<Guid>("input_id")));
        var excerpts = tables["coded_excerpt"].Rows.Where(excerpt => inputs.Contains(excerpt.Of<Guid>("input_id"))).Select(excerpt => excerpt.Of<Guid>("id")).ToHashSet();
        tables["coded_excerpt"].Rows.RemoveAll(excerpt => excerpts.Contains(excerpt.Of<Guid>("id")));
        foreach (var name in new[] { "evidence", "set_aside_passage" }) tables[name].Rows.RemoveAll(row => excerpts.Contains(row.Of<Guid>("excerpt_id")));
    }
}
