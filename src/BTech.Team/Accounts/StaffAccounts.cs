using BTech.Agenda;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Team.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Accounts;

/// <summary>The staff: who has an account, and what an administrator may do with one.</summary>
public sealed class StaffAccounts
{
    private readonly TeamContext _team;
    private readonly UserManager<StaffAccount> _users;
    private readonly Assignments _assignments;
    private readonly StaffSessions _sessions;
    private readonly AuditTrail _audit;

    internal StaffAccounts(TeamContext team, UserManager<StaffAccount> users, Assignments assignments, StaffSessions sessions, AuditTrail audit) =>
        (_team, _users, _assignments, _sessions, _audit) = (team, users, assignments, sessions, audit);

    /// <summary>Everybody, by address; closed accounts last.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancel) =>
        await Shown(_team.Users.OrderByDescending(account => account.IsActive).ThenBy(account => account.NormalizedEmail)).ToListAsync(cancel);

    /// <summary>One person; nothing when there is no such account.</summary>
    public Task<StaffMember?> FindAsync(StaffId staff, CancellationToken cancel) =>
        Shown(_team.Users.Where(account => account.Id == staff.Value)).SingleOrDefaultAsync(cancel);

    /// <summary>The person with this address; nothing when there is none.</summary>
    public Task<StaffMember?> FindAsync(string email, CancellationToken cancel)
    {
        var wanted = EmailAddress.Normalise(email);
        return Shown(_team.Users.Where(account => account.NormalizedEmail == wanted)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Adds an account without a password; the person sets one with a one-time link. Adding an address twice gives the account there is.</summary>
    /// <returns>Nothing when the text is not a mail address.</returns>
    public async Task<StaffMember?> AddAsync(StaffId? by, string email, CancellationToken cancel)
    {
        email = email?.Trim() ?? "";
        if (!EmailAddress.IsAddress(email)) return null;
        if (await FindAsync(email, cancel) is { } there) return there;
        var account = new StaffAccount { Id = Guid.NewGuid(), UserName = email, Email = email, EmailConfirmed = true };
        var result = await _users.CreateAsync(account);
        _team.ChangeTracker.Clear();
        if (!result.Succeeded) return await FindAsync(email, cancel);
        await _audit.AddAsync(by, "staff added", email, cancel);
        return await FindAsync(new StaffId(account.Id), cancel);
    }

    /// <summary>Sets a password, ends every session and every open one-time link of that person, and lifts a lockout.</summary>
    public async Task<PasswordProblem> SetPasswordAsync(StaffId staff, string password, CancellationToken cancel)
    {
        var account = await _users.FindByIdAsync(staff.ToString()) ?? throw new InvalidOperationException("There is no such staff account.");
        var problem = PasswordRules.Check(password, account.Email);
        if (problem != PasswordProblem.None) return problem;
        account.PasswordHash = _users.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await _users.UpdateSecurityStampAsync(account);
        _team.ChangeTracker.Clear();
        await _sessions.EndAllAsync(staff, cancel);
        await _team.PasswordLinks.Where(link => link.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        return PasswordProblem.None;
    }

    /// <summary>Whether this is that person's password already. For setting things up, not for signing in: it counts no attempts.</summary>
    public async Task<bool> HasPasswordAsync(StaffId staff, string password, CancellationToken cancel)
    {
        var account = await _team.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == staff.Value, cancel);
        return account?.PasswordHash is { } hash
            && _users.PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;
    }

    /// <summary>Closes an account: it signs in no more, its sessions and links end at once, its past deeds keep their name.</summary>
    public async Task<AssignmentOutcome> CloseAsync(StaffId? by, StaffId staff, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await _assignments.LockAdministratorsAsync(cancel);
        var member = await FindAsync(staff, cancel);
        if (member is null) return AssignmentOutcome.NoSuchPerson;
        if (await _assignments.HoldsEverywhereAsync(staff, StaffRole.Administrator, cancel) && !await _assignments.AnotherAdministratorAsync(staff.Value, cancel))
            return AssignmentOutcome.LastAdministrator;
        await _team.Users.Where(account => account.Id == staff.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false), cancel);
        await _sessions.EndAllAsync(staff, cancel);
        await _team.PasswordLinks.Where(link => link.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        await _audit.AddAsync(by, "staff account closed", member.Email, cancel);
        await transaction.CommitAsync(cancel);
        return AssignmentOutcome.Done;
    }

    /// <summary>Opens a closed account again, with the roles it had.</summary>
    public async Task<bool> ReopenAsync(StaffId? by, StaffId staff, CancellationToken cancel)
    {
        var changed = await _team.Users.Where(account => account.Id == staff.Value && !account.IsActive)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, true), cancel);
        if (changed == 0) return false;
        await _audit.AddAsync(by, "staff account reopened", (await FindAsync(staff, cancel))?.Email, cancel);
        return true;
    }

    private IQueryable<StaffMember> Shown(IQueryable<StaffAccount> accounts) => accounts.AsNoTracking()
        .Select(account => new StaffMember(new StaffId(account.Id), account.Email!, account.IsActive, account.PasswordHash != null,
            account.SecondFactorKey != null, _team.Passkeys.Any(one => one.UserId == account.Id)));
}
