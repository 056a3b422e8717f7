using BTech.Record.Verification;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether the database servers write down more than they should (invariant 10), or hand on what is in them: published changes, archived
/// logs, statistics of statements (invariant 8, channels L9, L16 and L18).
/// </summary>
public sealed class Servers(Sides sides)
{
    private const string HandedOn = """
        SELECT format('publication %I', pubname) FROM pg_publication
        UNION ALL SELECT format('logical replication slot %I', slot_name) FROM pg_replication_slots WHERE slot_type = 'logical'
        """;

    private const string Kept = """
        SELECT format('%s = %s → off', name, setting) FROM pg_settings WHERE name = 'archive_mode' AND setting <> 'off'
        UNION ALL SELECT format('extension %I', extname) FROM pg_extension WHERE extname IN ('pg_stat_statements', 'pgaudit', 'pg_stat_monitor', 'pg_cron')
        """;

    public async Task<IReadOnlyList<Verified>> LookAsync(CancellationToken cancel)
    {
        var loud = new SortedSet<string>(StringComparer.Ordinal);
        var handedOn = new SortedSet<string>(StringComparer.Ordinal);
        var kept = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var server in new[] { sides.People, sides.Record })
        {
            loud.UnionWith(await QuietServer.LoudAsync(server, cancel));
            handedOn.UnionWith(await FirstColumn.ReadAsync(server, HandedOn, [], cancel));
            kept.UnionWith(await FirstColumn.ReadAsync(server, Kept, [], cancel));
        }
        return
        [
            Verified.RedIf("server log", [10], [.. loud]),
            Verified.RedIf("published changes", [8], [.. handedOn]),
            Verified.WeakIf("kept copies", [8, 10], [.. kept]),
        ];
    }
}
