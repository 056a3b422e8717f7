using BTech.Agenda.Rehearsing;
using BTech.People.Retention;
using BTech.Record.Retention;
using BTech.Team.Roles;
using BTech.Web.Crossings.Erasing;

namespace BTech.Web.Crossings.Rehearsing;

/// <summary>
/// Removes a rehearsal: each side by its own class on its own connection, never in one transaction, the agenda last, so that a removal that was cut off
/// anywhere is simply asked for again. What passes is the ids of the rehearsal and its rounds, which all sides know, and from Record to People the
/// numbers of its reports, under which lists of sample people may be frozen. Nothing real can be meant: each side asks for what only the agenda gives.
/// </summary>
public sealed class RehearsalRemoval(
    RehearsalBook rehearsals, RehearsedPeople people, RehearsedRecord record, RehearsedRoles roles, KeyRing keys, ErasureStones stones, TraceSearching traces)
{
    // What was done on it stays in the chain of what staff did, which nobody can shorten.
    private static readonly string[] Kept = ["team.audit_entry"];

    /// <summary>Removes the rehearsal of a consultation and searches for what is left.</summary>
    public async Task<RehearsalRemoved> RemoveAsync(Guid consultationId, CancellationToken cancel)
    {
        if (await rehearsals.BeginRemovalAsync(consultationId, cancel) is not { } rehearsal) return new RehearsalRemoved(RemovalStanding.Nothing, []);
        var reports = await record.ReportsAsync(rehearsal, cancel);
        if (!await people.RemoveAsync(rehearsal, reports, cancel) || !await record.RemoveAsync(rehearsal, cancel)) return new RehearsalRemoved(RemovalStanding.Busy, []);
        await roles.RemoveAsync(rehearsal, cancel);
        foreach (var window in rehearsal.Windows)
        {
            await keys.DestroyAsync(window, cancel);
            stones.Forget(window);
        }
        // A request that was on its way when the removal began may have written something since: with the agenda it is not deleted before all of it is gone.
        var left = (await FindAsync(rehearsal, cancel)).Where(place => !place.StartsWith("agenda.", StringComparison.Ordinal)).ToList();
        if (left.Count > 0) return new RehearsalRemoved(RemovalStanding.Left, left);
        return await rehearsals.DeleteAsync(rehearsal, cancel) switch
        {
            RehearsalDeletion.Done => new RehearsalRemoved(RemovalStanding.Removed, await FindAsync(rehearsal, cancel)),
            RehearsalDeletion.Gone => new RehearsalRemoved(RemovalStanding.Nothing, []),
            _ => new RehearsalRemoved(RemovalStanding.Busy, []),
        };
    }

    private Task<IReadOnlyList<string>> FindAsync(RemovableRehearsal rehearsal, CancellationToken cancel) =>
        traces.SearchAsync([.. rehearsal.Windows.Concat(rehearsal.Papers).Append(rehearsal.ConsultationId).Select(id => id.ToString("D")), $"@{rehearsal.Slug}{People.Mail.MadeUpAddress.Domain}"], Kept, cancel);
}

/// <summary>What became of a removal.</summary>
/// <param name="Standing">How far it came.</param>
/// <param name="Found">Where a search found something of it: names of columns and files.</param>
public sealed record RehearsalRemoved(RemovalStanding Standing, IReadOnlyList<string> Found);

/// <summary>How far a removal came.</summary>
public enum RemovalStanding
{
    /// <summary>There is no rehearsal, or somebody else has just removed it.</summary>
    Nothing = 0,

    /// <summary>It is gone.</summary>
    Removed = 1,

    /// <summary>Others held a table: to be asked for again.</summary>
    Busy = 2,

    /// <summary>Something of it is still there, so its marker stays: to be asked for again.</summary>
    Left = 3,
}
