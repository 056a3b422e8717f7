using BTech.Agenda;
using BTech.Team.Audit;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Roles;

/// <summary>Who holds which role where; asked anew at each request, so that a demotion counts at once.</summary>
public sealed class Assignments
{
    private readonly TeamContext _team;
    private readonly AuditTrail _audit;

    internal Assignments(TeamContext team, AuditTrail audit) => (_team, _audit) = (team, audit);

    /// <summary>Whether an active person holds the role in this window; with no window given, in any window at all.</summary>
    public Task<bool> HoldsAsync(StaffId staff, StaffRole role, Guid? windowId, CancellationToken cancel) =>
        Active(staff).AnyAsync(held => held.Role == role && (windowId == null || held.WindowId == null || held.WindowId == windowId), cancel);

    /// <summary>Whether an active person holds the role in all windows: what managing staff and consultations asks for.</summary>
    public Task<bool> HoldsEverywhereAsync(StaffId staff, StaffRole role, CancellationToken cancel) =>
        Active(staff).AnyAsync(held => held.Role == role && held.WindowId == null, cancel);

    /// <summary>The active persons who hold the role in this window.</summary>
    public async Task<IReadOnlySet<StaffId>> HoldersAsync(StaffRole role, Guid windowId, CancellationToken cancel) =>
        (await _team.Assignments.Where(held => held.Role == role && (held.WindowId == null || held.WindowId == windowId) && _team.Users.Any(account => account.Id == held.StaffId && account.IsActive))
            .Select(held => held.StaffId).Distinct().ToListAsync(cancel)).Select(id => new StaffId(id)).ToHashSet();

    /// <summary>All roles of one person.</summary>
    public async Task<IReadOnlyList<Assignment>> OfAsync(StaffId staff, CancellationToken cancel) =>
        await _team.Assignments.AsNoTracking().Where(held => held.StaffId == staff.Value)
            .OrderBy(held => held.Role).ThenBy(held => held.WindowId).ToListAsync(cancel);

    /// <summary>All roles of everybody.</summary>
    public async Task<IReadOnlyList<Assignment>> AllAsync(CancellationToken cancel) =>
        await _team.Assignments.AsNoTracking().OrderBy(held => held.Role).ThenBy(held => held.WindowId).ToListAsync(cancel);

    /// <summary>Gives a role. The person signs in again, so that no session outlives a change of rights.</summary>
    /// <param name="by">Who gives it; nothing on the command line.</param>
    /// <param name="staff">Who receives it.</param>
    /// <param name="role">The role.</param>
    /// <param name="windowId">The window, or nothing for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AssignmentOutcome> GiveAsync(StaffId? by, StaffId staff, StaffRole role, Guid? windowId, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        // Two administrators who give one person two roles at the same moment must see each other.
        if (!await LockAsync(staff, cancel)) return AssignmentOutcome.NoSuchPerson;
        var held = await OfAsync(staff, cancel);
        if (Combination.Forbidding(held, role, windowId) is not null) return AssignmentOutcome.PeopleAndInputs;
        if (!held.Any(one => one.Role == role && one.WindowId == windowId))
        {
            _team.Assignments.Add(new Assignment { Id = Guid.NewGuid(), StaffId = staff.Value, Role = role, WindowId = windowId });
            await _team.SaveChangesAsync(cancel);
            _team.ChangeTracker.Clear();
            await EndSessionsAsync(staff, cancel);
            await _audit.AddAsync(by, $"role given: {role}", $"{await EmailAsync(staff, cancel)} · {Where(windowId)}", cancel);
        }
        await transaction.CommitAsync(cancel);
        return AssignmentOutcome.Done;
    }

    /// <summary>Takes a role away and ends every session of that person.</summary>
    public async Task<AssignmentOutcome> TakeAsync(StaffId? by, Guid assignmentId, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        var assignment = await _team.Assignments.AsNoTracking().SingleOrDefaultAsync(held => held.Id == assignmentId, cancel);
        if (assignment is null) return AssignmentOutcome.NoSuchPerson;
        await LockAdministratorsAsync(cancel);
        if (assignment is { Role: StaffRole.Administrator, WindowId: null } && !await AnotherAdministratorAsync(assignment.StaffId, cancel))
            return AssignmentOutcome.LastAdministrator;
        var staff = new StaffId(assignment.StaffId);
        await _team.Assignments.Where(held => held.Id == assignmentId).ExecuteDeleteAsync(cancel);
        await EndSessionsAsync(staff, cancel);
        await _audit.AddAsync(by, $"role taken: {assignment.Role}", $"{await EmailAsync(staff, cancel)} · {Where(assignment.WindowId)}", cancel);
        await transaction.CommitAsync(cancel);
        return AssignmentOutcome.Done;
    }

    /// <summary>Serialises everything that could leave the installation without an administrator; call inside a transaction.</summary>
    internal Task LockAdministratorsAsync(CancellationToken cancel) =>
        _team.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('team.administrators'))", cancel);

    /// <summary>Whether somebody else could still manage staff.</summary>
    internal Task<bool> AnotherAdministratorAsync(Guid than, CancellationToken cancel) =>
        _team.Assignments.AnyAsync(held => held.Role == StaffRole.Administrator && held.WindowId == null && held.StaffId != than
            && _team.Users.Any(account => account.Id == held.StaffId && account.IsActive), cancel);

    private IQueryable<Assignment> Active(StaffId staff) =>
        _team.Assignments.Where(held => held.StaffId == staff.Value && _team.Users.Any(account => account.Id == held.StaffId && account.IsActive));

    private async Task<bool> LockAsync(StaffId staff, CancellationToken cancel) =>
        await _team.Users.FromSql($"SELECT * FROM team.staff_account WHERE id = {staff.Value} FOR UPDATE")
            .AsNoTracking().Select(account => account.IsActive).SingleOrDefaultAsync(cancel);

    private Task<int> EndSessionsAsync(StaffId staff, CancellationToken cancel) =>
        _team.Sessions.Where(session => session.StaffId == staff.Value).ExecuteDeleteAsync(cancel);

    private Task<string?> EmailAsync(StaffId staff, CancellationToken cancel) =>
        _team.Users.Where(account => account.Id == staff.Value).Select(account => account.Email).SingleOrDefaultAsync(cancel);

    private static string Where(Guid? windowId) => windowId is { } id ? $"window {id:D}" : "all windows";
}
