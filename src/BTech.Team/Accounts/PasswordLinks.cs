using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BTech.Agenda;
using BTech.Team.Audit;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Accounts;

/// <summary>
/// One-time links for setting a password: seven days for a newcomer, ten minutes for a reset by hand, an hour for one by mail, which may wait on the way.
/// </summary>
public sealed class PasswordLinks
{
    /// <summary>How long a newcomer's link works.</summary>
    public static readonly TimeSpan ForNewcomers = TimeSpan.FromDays(7);

    /// <summary>How long a link works that somebody asked for by mail.</summary>
    public static readonly TimeSpan ForMailedResets = TimeSpan.FromHours(1);

    private static readonly TimeSpan ForResets = TimeSpan.FromMinutes(10);

    private readonly TeamContext _team;
    private readonly StaffAccounts _accounts;
    private readonly AuditTrail _audit;
    private readonly TimeProvider _clock;

    internal PasswordLinks(TeamContext team, StaffAccounts accounts, AuditTrail audit, TimeProvider clock) =>
        (_team, _accounts, _audit, _clock) = (team, accounts, audit, clock);

    /// <summary>Makes a link's secret part, to be put after <c>/account/set-password/</c>; every earlier link of that person ends.</summary>
    public async Task<string> MintAsync(StaffId? by, StaffId staff, CancellationToken cancel)
    {
        var member = await _accounts.FindAsync(staff, cancel) is { IsActive: true } found
            ? found : throw new InvalidOperationException("There is no such open staff account.");
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await _team.PasswordLinks.Where(link => link.StaffId == staff.Value).ExecuteDeleteAsync(cancel);
        _team.PasswordLinks.Add(new PasswordLink
        {
            Hash = HashOf(secret),
            StaffId = staff.Value,
            ExpiresAt = _clock.GetUtcNow() + (member.HasPassword ? ForResets : ForNewcomers),
        });
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        await _audit.AddAsync(by, "one-time password link made", member.Email, cancel);
        return secret;
    }

    /// <summary>
    /// Makes a link for whoever owns an address and asked for one, where there is an open account. Links made before stay good until one of them is
    /// used: a stranger who asks must not end a newcomer's.
    /// </summary>
    /// <returns>The link's secret part; nothing where there is no such account.</returns>
    public async Task<(StaffMember Member, string Secret, DateTimeOffset ExpiresAt)?> AskAsync(string email, CancellationToken cancel)
    {
        if (await _accounts.FindAsync(email, cancel) is not { IsActive: true } member) return null;
        var now = _clock.GetUtcNow();
        await _team.PasswordLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var (secret, expires) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), now + (member.HasPassword ? ForMailedResets : ForNewcomers));
        _team.PasswordLinks.Add(new PasswordLink { Hash = HashOf(secret), StaffId = member.Id.Value, ExpiresAt = expires });
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        await _audit.AddAsync(null, "one-time password link asked for by mail", member.Email, cancel);
        return (member, secret, expires);
    }

    /// <summary>Whose link this is, as long as it is worth something; looking changes nothing.</summary>
    public async Task<StaffMember?> FindAsync(string secret, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(secret), _clock.GetUtcNow());
        var link = await _team.PasswordLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.ExpiresAt > now, cancel);
        var member = link is null ? null : await _accounts.FindAsync(new StaffId(link.StaffId), cancel);
        return member is { IsActive: true } ? member : null;
    }

    /// <summary>Sets the password; of two parallel uses one succeeds.</summary>
    /// <returns>Nothing when the link is worth nothing (any more), else whether the password was accepted.</returns>
    public async Task<PasswordProblem?> UseAsync(string secret, string password, CancellationToken cancel)
    {
        if (await FindAsync(secret, cancel) is not { } member) return null;
        var problem = PasswordRules.Check(password, member.Email);
        if (problem != PasswordProblem.None) return problem;
        var hash = HashOf(secret);
        await using var transaction = await _team.Database.BeginTransactionAsync(cancel);
        if (await _team.PasswordLinks.Where(link => link.Hash == hash).ExecuteDeleteAsync(cancel) == 0) return null;
        await _accounts.SetPasswordAsync(member.Id, password, cancel);
        await _audit.AddAsync(member.Id, "password set", member.Email, cancel);
        await transaction.CommitAsync(cancel);
        return PasswordProblem.None;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? ""));
}
