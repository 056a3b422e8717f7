using BTech.Team.Audit;
using BTech.Team.Passkeys;

namespace BTech.Team.Sessions;

/// <summary>Signing in and out.</summary>
public sealed class SignIn
{
    private readonly PasswordCheck _check;
    private readonly StaffPasskeys _passkeys;
    private readonly HashingQueue _queue;
    private readonly StaffSessions _sessions;
    private readonly AuditTrail _audit;

    internal SignIn(PasswordCheck check, StaffPasskeys passkeys, HashingQueue queue, StaffSessions sessions, AuditTrail audit) =>
        (_check, _passkeys, _queue, _sessions, _audit) = (check, passkeys, queue, sessions, audit);

    /// <summary>Checks address, password and code, and starts a session when they are right.</summary>
    /// <returns>How it ended, and the key for the cookie when it went well.</returns>
    public async Task<(PasswordVerdict Verdict, string? SessionKey)> TryAsync(string? email, string? password, string? code, CancellationToken cancel)
    {
        var answer = await _check.CheckAsync(email, password, code, cancel);
        if (answer.Verdict != PasswordVerdict.Right) return (answer.Verdict, null);
        var key = await _sessions.StartAsync(answer.Staff, cancel);
        await _audit.AddAsync(answer.Staff, "signed in", null, cancel);
        return (answer.Verdict, key);
    }

    /// <summary>
    /// Checks a passkey's answer, which stands for both factors, and starts a session when it is right. Waits in the same queue as passwords; a
    /// passkey cannot be guessed, so nothing is counted, and an account that rests after wrong passwords still lets its owner in.
    /// </summary>
    /// <returns>How it ended, and the key for the cookie when it went well.</returns>
    public async Task<(PasswordVerdict Verdict, string? SessionKey)> TryPasskeyAsync(string browser, string? challenge, string? credential, CancellationToken cancel)
    {
        using var place = await _queue.EnterAsync(cancel);
        if (!place.IsAcquired) return (PasswordVerdict.Busy, null);
        if (await _passkeys.CheckAsync(browser, challenge, credential, cancel) is not { } owner) return (PasswordVerdict.Refused, null);
        var key = await _sessions.StartAsync(owner.Staff, cancel);
        await _audit.AddAsync(owner.Staff, "signed in with a passkey", owner.Name, cancel);
        return (PasswordVerdict.Right, key);
    }

    /// <summary>Ends the session with this key.</summary>
    public Task OutAsync(string sessionKey, CancellationToken cancel) => _sessions.EndAsync(sessionKey, cancel);
}
