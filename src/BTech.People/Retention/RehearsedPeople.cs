using BTech.Agenda.Retention;
using BTech.Agenda.Rehearsing;
using Npgsql;
using NpgsqlTypes;

namespace BTech.People.Retention;

/// <summary>
/// Takes the sample people of a rehearsal out, with everything that hangs on them: what is erased at the end of a real window, and also what was
/// published, to which nobody real ever agreed. It takes no real window, because nobody can name one to it.
/// </summary>
public sealed class RehearsedPeople
{
    private readonly NpgsqlDataSource _people;

    internal RehearsedPeople(NpgsqlDataSource people) => _people = people;

    /// <summary>Removes them in one transaction. May be asked for again: then nothing is left to do.</summary>
    /// <param name="rehearsal">The rehearsal.</param>
    /// <param name="reports">The numbers of its reports, whose frozen lists go too.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether nothing is left; not when others held the tables: try again.</returns>
    public async Task<bool> RemoveAsync(RemovableRehearsal rehearsal, IReadOnlyCollection<int> reports, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        ArgumentNullException.ThrowIfNull(reports);
        await using var connection = await _people.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await PeopleErasure.ReadAsync(connection, cancel) is not { } tables) return false;
        foreach (var window in rehearsal.Windows) PeopleErasure.Remove(tables, window, keepsPublished: false);
        await tables.WriteAsync(cancel);
        await using (var lines = new NpgsqlCommand("DELETE FROM people.listed_line WHERE report_number = ANY($1)", connection)
        {
            Parameters = { new() { Value = reports.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer } },
        })
            await lines.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
