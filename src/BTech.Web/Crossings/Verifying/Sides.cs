using Npgsql;

namespace BTech.Web.Crossings.Verifying;

/// <summary>The four modules' own connections side by side, each in its own role: for looking whether anything joins them.</summary>
public sealed class Sides(
    [FromKeyedServices("agenda")] NpgsqlDataSource agenda, [FromKeyedServices("team")] NpgsqlDataSource team,
    [FromKeyedServices("people")] NpgsqlDataSource people, [FromKeyedServices("record")] NpgsqlDataSource record)
{
    /// <summary>What both other sides may know: windows, groups, papers.</summary>
    public NpgsqlDataSource Agenda => agenda;

    /// <summary>The staff, whom both other sides may name.</summary>
    public NpgsqlDataSource Team => team;

    /// <summary>Who is invited.</summary>
    public NpgsqlDataSource People => people;

    /// <summary>What was said.</summary>
    public NpgsqlDataSource Record => record;

    /// <summary>Each by its schema.</summary>
    public IReadOnlyList<(string Schema, NpgsqlDataSource Source)> All => [("agenda", agenda), ("team", team), ("people", people), ("record", record)];
}
