using BTech.Record.Verification;

namespace BTech.Web.Crossings.Verifying;

/// <summary>
/// Whether anything in the databases leads from one side to the other: a foreign key, a view, a function, a trigger, a right or a
/// membership (invariant 1).
/// </summary>
public sealed class Crosslinks(Sides sides)
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
        SELECT format('role %I may use %I', r.rolname, n.nspname) FROM pg_roles r, pg_namespace n
        WHERE r.rolname = $1 AND n.nspname = ANY($2) AND has_schema_privilege(r.oid, n.oid, 'USAGE')
        """;

    public async Task<Verified> LookAsync(CancellationToken cancel)
    {
        var schemas = sides.All.Select(side => side.Schema).ToArray();
        var schemaOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (schema, source) in sides.All)
        {
            var role = (await FirstColumn.ReadAsync(source, "SELECT current_user::text", [], cancel))[0];
            if (!schemaOf.TryAdd(role, schema)) found.Add($"role {role} serves {schemaOf[role]} and {schema}");
        }
        // The modules may live on servers of their own, so each is asked.
        foreach (var (_, source) in sides.All)
        {
            found.UnionWith(await FirstColumn.ReadAsync(source, Links, [new() { Value = schemas }], cancel));
            foreach (var (role, schema) in schemaOf)
                found.UnionWith(await FirstColumn.ReadAsync(source, Rights, [new() { Value = role }, new() { Value = schemas.Where(other => other != schema).ToArray() }], cancel));
        }
        return Verified.RedIf("links", [1], [.. found]);
    }
}
