using BTech.Team.Audit;

namespace BTech.Team.Sessions;

/// <summary>Signing in and out.</summary>
public sealed class SignIn
{
    private readonly PasswordCheck _check;
    private readonly StaffSessions _sessions;
    private readonly AuditTrail _audit;

    internal SignIn(PasswordCheck check, StaffSessions sessions, AuditTrail audit) => (_check, _sessions, _audit) = (check, sessions, audit);

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

    /// <summary>Ends the session with this key.</summary>
    public Task OutAsync(string sessionKey, CancellationToken cancel) => _sessions.EndAsync(sessionKey, cancel);
}
