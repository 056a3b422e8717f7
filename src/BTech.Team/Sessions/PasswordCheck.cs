using BTech.Agenda;
using BTech.Team.Accounts;
using BTech.Team.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Sessions;

/// <summary>
/// Whether somebody knows a password. A known and an unknown address cost the same queries and the same hashing; a try is
/// counted, in one statement, <em>before</em> the password is looked at, so that a hundred parallel guesses are no more than five.
/// </summary>
public sealed class PasswordCheck
{
    /// <summary>Wrong tries before an account rests.</summary>
    public const int Tries = 5;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private static readonly StaffAccount Nobody = new() { Id = Guid.Empty };
    private static readonly Lock NobodysHashLock = new();
    private static string? _nobodysHash;

    private readonly TeamContext _team;
    private readonly IPasswordHasher<StaffAccount> _hasher;
    private readonly SecondFactor _secondFactor;
    private readonly HashingQueue _queue;
    private readonly TimeProvider _clock;

    internal PasswordCheck(TeamContext team, IPasswordHasher<StaffAccount> hasher, SecondFactor secondFactor, HashingQueue queue, TimeProvider clock) =>
        (_team, _hasher, _secondFactor, _queue, _clock) = (team, hasher, secondFactor, queue, clock);

    /// <summary>Checks address, password and, where the account has a second factor, its code.</summary>
    public async Task<PasswordAnswer> CheckAsync(string? email, string? password, string? code, CancellationToken cancel)
    {
        var wanted = EmailAddress.Normalise(email);
        var known = await _team.Users.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedEmail == wanted, cancel);
        return await CheckAsync(known ?? Nobody, password, code, cancel);
    }

    /// <summary>Checks the password of somebody who is signed in already.</summary>
    public async Task<PasswordAnswer> CheckAsync(StaffId staff, string? password, string? code, CancellationToken cancel)
    {
        var known = await _team.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == staff.Value, cancel);
        return await CheckAsync(known ?? Nobody, password, code, cancel);
    }

    /// <summary>
    /// Checks that somebody who is signed in is at the keyboard: the password, and a code where there is an authenticator app. Where passkeys are the
    /// second factor, one of them began the session.
    /// </summary>
    public async Task<PasswordAnswer> ConfirmAsync(StaffId staff, string? password, string? code, CancellationToken cancel)
    {
        var known = await _team.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == staff.Value, cancel);
        return await CheckAsync(known ?? Nobody, password, code, cancel, isSignedIn: true);
    }

    private async Task<PasswordAnswer> CheckAsync(StaffAccount account, string? password, string? code, CancellationToken cancel, bool isSignedIn = false)
    {
        using var place = await _queue.EnterAsync(cancel);
        if (!place.IsAcquired) return PasswordAnswer.Busy;
        var counted = await CountTryAsync(account.Id, cancel);
        var tooLong = password is { Length: > PasswordRules.Longest };
        var right = _hasher.VerifyHashedPassword(account, account.PasswordHash ?? NobodysHash(), tooLong ? "" : password ?? "")
            != PasswordVerificationResult.Failed;
        if (!right || !counted || tooLong || account.PasswordHash is null) return PasswordAnswer.Refused;
        // A wrong or missing code stays counted: otherwise whoever knows the password could try all codes.
        var isNeeded = account.SecondFactorKey is not null || (!isSignedIn && await _secondFactor.HasPasskeyAsync(account, cancel));
        if (isNeeded && !await _secondFactor.AcceptsAsync(account, code, cancel))
            return new PasswordAnswer(PasswordVerdict.CodeNeeded, default);
        await ForgetTriesAsync(account.Id, cancel);
        return new PasswordAnswer(PasswordVerdict.Right, new StaffId(account.Id));
    }

    private async Task<bool> CountTryAsync(Guid id, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        DateTimeOffset? until = now + Rest;
        return await _team.Users
            .Where(account => account.Id == id && account.IsActive && (account.LockoutEnd == null || account.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(account => account.LockoutEnd, account => account.AccessFailedCount + 1 >= Tries ? until : null)
                .SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount + 1 >= Tries ? 0 : account.AccessFailedCount + 1), cancel) == 1;
    }

    private Task<int> ForgetTriesAsync(Guid id, CancellationToken cancel) =>
        _team.Users.Where(account => account.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.AccessFailedCount, 0).SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null), cancel);

    private string NobodysHash()
    {
        lock (NobodysHashLock) return _nobodysHash ??= _hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
    }
}
