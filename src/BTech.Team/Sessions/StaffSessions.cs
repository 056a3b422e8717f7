using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BTech.Agenda;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Sessions;

/// <summary>
/// Sessions kept on the server, so that signing out, a new password or a demotion ends every copy of a cookie at once:
/// a cookie alone would stay good until its own date.
/// </summary>
public sealed class StaffSessions
{
    /// <summary>How long an unused session lives.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>How long any session lives.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan WorthWriting = TimeSpan.FromMinutes(5);

    private readonly TeamContext _team;
    private readonly TimeProvider _clock;

    internal StaffSessions(TeamContext team, TimeProvider clock) => (_team, _clock) = (team, clock);

    /// <summary>Starts a session and gives the key for the cookie; sessions that are over are swept out on the way.</summary>
    public async Task<string> StartAsync(StaffId staff, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await _team.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        _team.Sessions.Add(new StaffSession { KeyHash = HashOf(key), StaffId = staff.Value, StartedAt = now, ExpiresAt = now + Idle });
        await _team.SaveChangesAsync(cancel);
        _team.ChangeTracker.Clear();
        return key;
    }

    /// <summary>Who holds this key now; nothing when the session is over or the account closed.</summary>
    public async Task<SignedInStaff?> FindAsync(string key, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(key), _clock.GetUtcNow());
        var found = await (
            from session in _team.Sessions
            where session.KeyHash == hash && session.ExpiresAt > now
            join account in _team.Users on session.StaffId equals account.Id
            where account.IsActive
            select new
            {
                session.StartedAt,
                session.ExpiresAt,
                account.Id,
                account.Email,
                HasSecondFactor = account.SecondFactorKey != null || _team.Passkeys.Any(one => one.UserId == account.Id),
                Roles = _team.Assignments.Where(held => held.StaffId == account.Id).Select(held => held.Role).Distinct().ToList(),
            }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var wanted = Earlier(now + Idle, found.StartedAt + Longest);
        // One write every few minutes is enough to keep a working session alive.
        if (wanted - found.ExpiresAt > WorthWriting)
            await _team.Sessions.Where(session => session.KeyHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.ExpiresAt, wanted), cancel);
        return new SignedInStaff(new StaffId(found.Id), found.Email!, found.HasSecondFactor, found.Roles);
    }

    /// <summary>Ends one session, and with it every copy of its cookie.</summary>
    public Task EndAsync(string key, CancellationToken cancel)
    {
        var hash = HashOf(key);
        return _team.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancel);
    }

    /// <summary>How many sessions each person has now; who has none is not in it.</summary>
    public async Task<IReadOnlyDictionary<StaffId, int>> CountsAsync(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        return (await _team.Sessions.Where(session => session.ExpiresAt > now).GroupBy(session => session.StaffId)
            .Select(person => new { person.Key, Count = person.Count() }).ToListAsync(cancel)).ToDictionary(person => new StaffId(person.Key), person => person.Count);
    }

    /// <summary>Ends every session of one person.</summary>
    public Task EndAllAsync(StaffId staff, CancellationToken cancel) =>
        _team.Sessions.Where(session => session.StaffId == staff.Value).ExecuteDeleteAsync(cancel);

    /// <summary>Ends every session of one person but the one with this key.</summary>
    public Task EndOthersAsync(StaffId staff, string key, CancellationToken cancel)
    {
        var hash = HashOf(key);
        return _team.Sessions.Where(session => session.StaffId == staff.Value && session.KeyHash != hash).ExecuteDeleteAsync(cancel);
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
