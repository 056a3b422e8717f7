using BTech.Agenda;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.TwoPersons;

/// <summary>Which windows may be sealed by the clock, because two persons said so. Either of them may stop it.</summary>
public sealed class SealAuthorisations
{
    private readonly TeamContext _team;
    private readonly Assignments _assignments;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal SealAuthorisations(TeamContext team, Assignments assignments, AuditTrail audit, TimeProvider clock) =>
        (_team, _assignments, _audit, _clock) = (team, assignments, audit, clock);

    /// <summary>The consent for this window, standing or stopped; nothing when none was given.</summary>
    public Task<SealAuthorisation?> FindAsync(Guid windowId, CancellationToken cancel) =>
        _team.SealAuthorisations.AsNoTracking().SingleOrDefaultAsync(given => given.WindowId == windowId, cancel);

    /// <summary>Whether two persons' consent stands.</summary>
    public Task<bool> StandsAsync(Guid windowId, CancellationToken cancel) =>
        _team.SealAuthorisations.AnyAsync(given => given.WindowId == windowId && given.StoppedById == null, cancel);

    /// <summary>Records the consent of two persons whose passwords have been checked; it replaces one that was stopped.</summary>
    /// <returns>Whether it was accepted: not of one person twice, nor of anybody without the role.</returns>
    public async Task<bool> AuthoriseAsync(Guid windowId, StaffId first, StaffId second, CancellationToken cancel)
    {
        if (first == second || !await MaySignAsync(first, windowId, cancel) || !await MaySignAsync(second, windowId, cancel)) return false;
        await using var transaction = _team.Database.CurrentTransaction is null ? await _team.Database.BeginTransactionAsync(cancel) : null;
        await _team.SealAuthorisations.Where(given => given.WindowId == windowId).ExecuteDeleteAsync(cancel);
        _team.SealAuthorisations.Add(new SealAuthorisation
        {
            WindowId = windowId,
            FirstId = first.Value,
            SecondId = second.Value,
            GivenAt = _clock.GetUtcNow(),
        });
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        await _audit.AddAsync(first, "seal authorised, first person", $"window {windowId:D}", cancel);
        await _audit.AddAsync(second, "seal authorised, second person", $"window {windowId:D}", cancel);
        if (transaction is not null) await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Stops it; only one of the two can.</summary>
    /// <returns>Whether it stood and is stopped now.</returns>
    public async Task<bool> StopAsync(Guid windowId, StaffId by, CancellationToken cancel)
    {
        DateTimeOffset? now = _clock.GetUtcNow();
        Guid? who = by.Value;
        var stopped = await _team.SealAuthorisations
            .Where(given => given.WindowId == windowId && given.StoppedById == null && (given.FirstId == by.Value || given.SecondId == by.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(given => given.StoppedById, who).SetProperty(given => given.StoppedAt, now), cancel);
        if (stopped == 1) await _audit.AddAsync(by, "seal stopped", $"window {windowId:D}", cancel);
        return stopped == 1;
    }

    private async Task<bool> MaySignAsync(StaffId staff, Guid windowId, CancellationToken cancel) =>
        await _assignments.HoldsAsync(staff, StaffRole.Administrator, windowId, cancel)
        || await _assignments.HoldsAsync(staff, StaffRole.Clearance, windowId, cancel);
}
