using BTech.Agenda;
using BTech.Team.Audit;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.TwoPersons;

/// <summary>
/// Who took which version of a report offline, and who confirmed it. One person may withdraw at once, for a name that is read is read; a second one
/// looks at it within a day. The record of what was said knows of a withdrawal only that it is; what is noted here before it is done counts once it is.
/// Each change goes into the audit with it.
/// </summary>
public sealed class ReportWithdrawals
{
    private readonly TeamContext _team;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal ReportWithdrawals(TeamContext team, AuditTrail audit, TimeProvider clock) => (_team, _audit, _clock) = (team, audit, clock);

    /// <summary>What was noted of versions of reports, the newest first.</summary>
    public async Task<IReadOnlyList<ReportWithdrawal>> OfReportsAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await _team.ReportWithdrawals.AsNoTracking().Where(one => numbers.Contains(one.ReportNumber)).OrderByDescending(one => one.Version).ToListAsync(cancel);

    /// <summary>Notes that versions are taken offline, before it is done: a stop in between leaves a note on what is still public, and nothing offline that nobody answers for.</summary>
    /// <returns>The versions that were not noted before.</returns>
    public Task<IReadOnlyList<int>> NoteAsync(Guid windowId, int reportNumber, IReadOnlyCollection<int> versions, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return AddAsync(windowId, reportNumber, versions, by, isDone: false, cancel);
    }

    /// <summary>Notes anew, by whom and when, what this person did take offline though it had been noted before: a stop may have left that note, or somebody else was a moment too late.</summary>
    public Task TakeOverAsync(Guid windowId, int reportNumber, IReadOnlyCollection<int> versions, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return AddAsync(windowId, reportNumber, versions, by, isDone: true, cancel);
    }

    /// <summary>Forgets what this person noted of versions that were not taken offline after all.</summary>
    public async Task ForgetAsync(int reportNumber, IReadOnlyCollection<int> versions, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await Open(reportNumber, versions).Where(one => one.WithdrawnById == by.Value).ExecuteDeleteAsync(cancel);
        foreach (var version in versions.Order()) await _audit.AddAsync(by, "report not withdrawn after all", Subject(reportNumber, version), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Confirms what somebody else took offline.</summary>
    /// <param name="reportNumber">The report.</param>
    /// <param name="versions">The versions that this person has seen.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether there was anything that this person may confirm: nobody confirms what they withdrew.</returns>
    public async Task<bool> ConfirmAsync(int reportNumber, IReadOnlyCollection<int> versions, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(versions);
        DateTimeOffset? now = _clock.GetUtcNow();
        Guid? who = by.Value;
        var any = false;
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        foreach (var version in versions.Distinct().Order())
        {
            if (await Open(reportNumber, [version]).Where(one => one.WithdrawnById != by.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.ConfirmedById, who).SetProperty(one => one.ConfirmedAt, now), cancel) == 0) continue;
            await _audit.AddAsync(by, "withdrawal of a report confirmed", Subject(reportNumber, version), cancel);
            any = true;
        }
        await transaction.CommitAsync(cancel);
        return any;
    }

    private async Task<IReadOnlyList<int>> AddAsync(Guid windowId, int reportNumber, IReadOnlyCollection<int> versions, StaffId by, bool isDone, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        // Two people who withdraw the same version at once note it once.
        await _team.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('team.report_withdrawal'))", cancel);
        if (isDone) await Open(reportNumber, versions).ExecuteDeleteAsync(cancel);
        var known = await _team.ReportWithdrawals.Where(one => one.ReportNumber == reportNumber).Select(one => one.Version).ToListAsync(cancel);
        List<int> added = [.. versions.Except(known).Order()];
        var now = _clock.GetUtcNow();
        _team.ReportWithdrawals.AddRange(added.Select(version => new ReportWithdrawal { WindowId = windowId, ReportNumber = reportNumber, Version = version, WithdrawnById = by.Value, WithdrawnAt = now }));
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        foreach (var version in added) await _audit.AddAsync(by, "report withdrawn", Subject(reportNumber, version), cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    private IQueryable<ReportWithdrawal> Open(int reportNumber, IReadOnlyCollection<int> versions) =>
        _team.ReportWithdrawals.Where(one => one.ReportNumber == reportNumber && versions.Contains(one.Version) && one.ConfirmedById == null);

    private static string Subject(int reportNumber, int version) => FormattableString.Invariant($"report {reportNumber} version {version}");
}
