using System.Security.Cryptography;
using System.Text;
using BTech.Agenda;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Sessions;

/// <summary>The second factor beside a password: codes from an authenticator app, and recovery codes for the day the telephone is lost.</summary>
public sealed class SecondFactor
{
    /// <summary>How many recovery codes are handed out.</summary>
    public const int RecoveryCodes = 8;

    private const string RecoveryLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly TeamContext _team;
    private readonly IDataProtector _protector;
    private readonly AuditTrail _audit;
    private readonly StaffSessions _sessions;
    private readonly TimeProvider _clock;

    internal SecondFactor(TeamContext team, IDataProtectionProvider protection, AuditTrail audit, StaffSessions sessions, TimeProvider clock) =>
        (_team, _protector, _audit, _sessions, _clock) = (team, protection.CreateProtector("BTech.Team.SecondFactor"), audit, sessions, clock);

    /// <summary>A new key, as it travels through the set-up form: encrypted for one person, so that no other key can be slipped in.</summary>
    public string NewKey(StaffId staff) =>
        Convert.ToBase64String(For(staff).Protect(RandomNumberGenerator.GetBytes(20)));

    /// <summary>The key of a set-up form in plain letters, for typing into an app; nothing when the form was tampered with.</summary>
    public string? Readable(StaffId staff, string? sealedKey) => Unprotect(staff, sealedKey) is { } key ? TimeCode.ToText(key) : null;

    /// <summary>Sets the factor up once a first code proves that the app has the key. Other sessions of the person end.</summary>
    /// <returns>The recovery codes, shown once; nothing when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(StaffId staff, string? sealedKey, string? code, CancellationToken cancel)
    {
        if (Unprotect(staff, sealedKey) is not { } key || StepOf(key, code) is not { } step) return null;
        var stored = For(staff).Protect(key);
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await _team.Users.Where(account => account.Id == staff.Value).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.SecondFactorKey, stored).SetProperty(account => account.SecondFactorStep, step)
            .SetProperty(account => account.TwoFactorEnabled, true), cancel);
        var codes = await NewRecoveryCodesAsync(staff, cancel);
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        await _sessions.EndAllAsync(staff, cancel);
        await _audit.AddAsync(staff, "second factor set up", null, cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>
    /// Takes the factor off an account, authenticator app, passkeys and recovery codes together, for somebody who lost them; ends every session.
    /// </summary>
    public async Task RemoveAsync(StaffId? by, StaffId staff, CancellationToken cancel)
    {
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        await _team.Users.Where(account => account.Id == staff.Value).ExecuteUpdateAsync(set => set
            .SetProperty(account => account.SecondFactorKey, (byte[]?)null).SetProperty(account => account.TwoFactorEnabled, false), cancel);
        await _team.RecoveryCodes.Where(one => one.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        var passkeys = await _team.Passkeys.Where(one => one.UserId == staff.Value).ExecuteDeleteAsync(cancel);
        await _sessions.EndAllAsync(staff, cancel);
        var email = await _team.Users.Where(account => account.Id == staff.Value).Select(account => account.Email).SingleOrDefaultAsync(cancel);
        await _audit.AddAsync(by, "second factor removed", email, cancel);
        if (passkeys > 0) await _audit.AddAsync(by, "passkeys removed", email, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>New recovery codes in place of any there are, for the caller to save; as they are shown, once.</summary>
    internal async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffId staff, CancellationToken cancel)
    {
        await _team.RecoveryCodes.Where(one => one.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(RecoveryLetters, 12)).ToList();
        _team.RecoveryCodes.AddRange(codes.Select(one => new RecoveryCode { Hash = HashOf(staff.Value, one), StaffId = staff.Value }));
        return [.. codes.Select(one => $"{one[..4]}-{one[4..8]}-{one[8..]}")];
    }

    /// <summary>Whether the account has a passkey; without an app, too, a password alone must then not open it, but with a recovery code it does.</summary>
    internal Task<bool> HasPasskeyAsync(StaffAccount account, CancellationToken cancel) => _team.Passkeys.AnyAsync(one => one.UserId == account.Id, cancel);

    /// <summary>Whether this is the account's code now, or one of its recovery codes; either works once.</summary>
    internal async Task<bool> AcceptsAsync(StaffAccount account, string? code, CancellationToken cancel)
    {
        var typed = new string([.. (code ?? "").Where(char.IsLetterOrDigit).Take(20).Select(char.ToLowerInvariant)]);
        if (typed.Length == 12)
        {
            var hash = HashOf(account.Id, typed);
            return await _team.RecoveryCodes.Where(one => one.Hash == hash && one.StaffId == account.Id).ExecuteDeleteAsync(cancel) == 1;
        }
        if (Unprotect(new StaffId(account.Id), account.SecondFactorKey) is not { } key || StepOf(key, typed) is not { } step) return false;
        return await _team.Users.Where(one => one.Id == account.Id && one.SecondFactorStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SecondFactorStep, step), cancel) == 1;
    }

    // Clocks of telephones drift: the code of the half minute before and after is good as well.
    private long? StepOf(byte[] key, string? code)
    {
        var typed = Encoding.UTF8.GetBytes(new string([.. (code ?? "").Where(char.IsAsciiDigit).Take(7)]));
        var now = TimeCode.StepAt(_clock.GetUtcNow());
        foreach (var step in new[] { now, now - 1, now + 1 })
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TimeCode.At(key, step)), typed)) return step;
        return null;
    }

    private IDataProtector For(StaffId staff) => _protector.CreateProtector(staff.ToString());

    private byte[]? Unprotect(StaffId staff, string? sealedKey)
    {
        var bytes = new byte[256];
        return sealedKey is { Length: < 340 } && Convert.TryFromBase64String(sealedKey, bytes, out var length) ? Unprotect(staff, bytes[..length]) : null;
    }

    private byte[]? Unprotect(StaffId staff, byte[]? sealedKey)
    {
        try
        {
            return sealedKey is null ? null : For(staff).Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] HashOf(Guid staff, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{staff:N}{code}"));
}
