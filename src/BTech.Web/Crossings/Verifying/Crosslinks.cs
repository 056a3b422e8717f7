using BTech.Record.Verification;
using Npgsql;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether anything in the databases leads from one side to the other: a foreign key, a view, a function, a trigger, a right or a
/// membership (invariant 1).
/// </summary>
public sealed class Crosslinks(
    [FromKeyedServices("agenda")] NpgsqlDataSource agenda, [FromKeyedServices("team")] NpgsqlDataSource team,
    [FromKeyedServices("people")] NpgsqlDataSource people, [FromKeyedServices("record")] NpgsqlDataSource record)
{
    private const string Links = """
        SELECT format('foreign key %s on %s', c.conname, c.conrelid::regclass) FROM pg_constraint c
          JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid JOIN pg_namespace n ON n.oid = a.relnamespace
          WHERE c.contype = 'f' AND a.relnamespace <> b.relnamespace AND n.nspname = ANY($1)
        UNION ALL SELECT format('view %I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('v', 'm') AND n.nspname = ANY($1)
        UNION ALL SELECT format('function %I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname = ANY($1)
        UNION ALL SELECT format('trigger %s on %I.%I', t.tgname, n.nspname, c.relname) FROM pg_trigger t
          JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE NOT t.tgisinternal AND n.nspname = ANY($1)
        UNION ALL SELECT format('rule %s on %I.%I', r.rulename, n.nspname, c.relname) FROM pg_rewrite r
          JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind = 'r' AND n.nspname = ANY($1)
        """;

    private const string Rights = """
        SELECT r.rolname, n.nspname FROM pg_roles r, pg_namespace n
        WHERE r.rolname = ANY($1) AND n.nspname = ANY($2) AND has_schema_privilege(r.oid, n.oid, 'USAGE')
        """;

    private static readonly string[] Schemas = ["agenda", "team", "people", "record"];

    public async Task<Verified> LookAsync(CancellationToken cancel)
    {
        var sources = new[] { agenda, team, people, record };
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var side = 0; side < Schemas.Length; side++)
        {
            var role = await RoleAsync(sources[side], cancel);
            if (!roles.TryAdd(role, Schemas[side])) found.Add($"role {role} serves {roles[role]} and {Schemas[side]}");
        }
        foreach (var source in sources)
        {
            await using (var ask = source.CreateCommand(Links))
            {
                ask.Parameters.Add(new() { Value = Schemas });
                await using var reader = await ask.ExecuteReaderAsync(cancel);
                while (await reader.ReadAsync(cancel)) found.Add(reader.GetString(0));
            }
            await using var rights = source.CreateCommand(Rights);
            rights.Parameters.Add(new() { Value = roles.Keys.ToArray() });
            rights.Parameters.Add(new() { Value = Schemas });
            await using var held = await rights.ExecuteReaderAsync(cancel);
            while (await held.ReadAsync(cancel))
                if (roles[held.GetString(0)] != held.GetString(1)) found.Add($"role {held.GetString(0)} may use {held.GetString(1)}");
        }
        return Verified.RedIf("links", [1], [.. found]);
    }

    private static async Task<string> RoleAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("SELECT current_user");
        return (string)(await ask.ExecuteScalarAsync(cancel))!;
    }
}
