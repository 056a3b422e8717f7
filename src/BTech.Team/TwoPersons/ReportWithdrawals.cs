using BTech.Agenda;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.TwoPersons;

/// <summary>
/// Who took which version of a report offline, and who confirmed it. One person may withdraw at once, for a name that is read is read; a second one
/// looks at it within a day. The record of what was said knows of a withdrawal only that it is.
/// </summary>
public sealed class ReportWithdrawals
{
    private readonly TeamContext _team;
    private readonly TimeProvider _clock;

    internal ReportWithdrawals(TeamContext team, TimeProvider clock) => (_team, _clock) = (team, clock);

    /// <summary>The withdrawn versions of reports, the newest first.</summary>
    public async Task<IReadOnlyList<ReportWithdrawal>> OfReportsAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await _team.ReportWithdrawals.AsNoTracking().Where(one => numbers.Contains(one.ReportNumber)).OrderByDescending(one => one.Version).ToListAsync(cancel);

    /// <summary>Notes that versions were taken offline.</summary>
    public async Task NoteAsync(Guid windowId, int reportNumber, IEnumerable<int> versions, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var now = _clock.GetUtcNow();
        foreach (var version in versions)
            _team.ReportWithdrawals.Add(new ReportWithdrawal { WindowId = windowId, ReportNumber = reportNumber, Version = version, WithdrawnById = by.Value, WithdrawnAt = now });
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
    }

    /// <summary>Confirms what somebody else took offline.</summary>
    /// <returns>Whether there was anything that this person may confirm: nobody confirms what they withdrew.</returns>
    public async Task<bool> ConfirmAsync(int reportNumber, StaffId by, CancellationToken cancel)
    {
        DateTimeOffset? now = _clock.GetUtcNow();
        Guid? who = by.Value;
        return await _team.ReportWithdrawals.Where(one => one.ReportNumber == reportNumber && one.ConfirmedById == null && one.WithdrawnById != by.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedById, who).SetProperty(one => one.ConfirmedAt, now), cancel) > 0;
    }
}
