using BTech.Agenda.Rehearsing;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Roles;

/// <summary>
/// Takes back the roles that were given in a rehearsal's rounds, the consents to seal them, and what was noted on withdrawals of their reports. Whoever held one signs in again, as after every change
/// of rights. The audit keeps its lines: it can be shortened by nobody.
/// </summary>
public sealed class RehearsedRoles
{
    private readonly TeamContext _team;

    internal RehearsedRoles(TeamContext team) => _team = team;

    /// <summary>Removes them. May be asked for again: then nothing is left to do.</summary>
    public async Task RemoveAsync(RemovableRehearsal rehearsal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        var held = _team.Assignments.Where(role => role.WindowId != null && rehearsal.Windows.Contains(role.WindowId.Value));
        await _team.Sessions.Where(session => held.Any(role => role.StaffId == session.StaffId)).ExecuteDeleteAsync(cancel);
        await held.ExecuteDeleteAsync(cancel);
        await _team.Presences.Where(one => rehearsal.Windows.Contains(one.WindowId)).ExecuteDeleteAsync(cancel);
        await _team.SealAuthorisations.Where(given => rehearsal.Windows.Contains(given.WindowId)).ExecuteDeleteAsync(cancel);
        await _team.ReportWithdrawals.Where(one => rehearsal.Windows.Contains(one.WindowId)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
