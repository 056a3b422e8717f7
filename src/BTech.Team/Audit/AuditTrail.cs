using BTech.Agenda;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Audit;

/// <summary>
/// What staff did, in order, for good: the module's database role may add and read lines and nothing else.
/// Account events name the account; nothing that a participant does is ever written here.
/// </summary>
public sealed class AuditTrail
{
    private static readonly byte[] Beginning = new byte[32];

    private readonly TeamContext _team;
    private readonly TimeProvider _clock;

    internal AuditTrail(TeamContext team, TimeProvider clock) => (_team, _clock) = (team, clock);

    /// <summary>Adds a line.</summary>
    /// <param name="by">Who did it; nothing for the command line and the clock.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what; never a participant, a text or a number of contributions.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task AddAsync(StaffId? by, string action, string? subject, CancellationToken cancel)
    {
        await using var transaction = _team.Database.CurrentTransaction is null ? await _team.Database.BeginTransactionAsync(cancel) : null;
        await _team.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('team.audit'))", cancel);
        var last = await _team.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancel);
        var (number, now) = ((last?.Number ?? 0) + 1, _clock.GetUtcNow());
        // PostgreSQL keeps microseconds; the hash must be of what comes back.
        var at = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        _team.AuditEntries.Add(new AuditEntry
        {
            Number = number,
            At = at,
            StaffId = by?.Value,
            Action = action,
            Subject = subject,
            Hash = AuditEntry.HashOf(last?.Hash ?? Beginning, number, at, by?.Value, action, subject),
        });
        try
        {
            await _team.SaveChangesAsync(cancel);
        }
        finally
        {
            // A line that could not be written does not stand in the way of the next one, which may say so.
            _team.ChangeTracker.Clear();
        }
        if (transaction is not null) await transaction.CommitAsync(cancel);
    }

    /// <summary>One page of lines, newest first, with the addresses of those who acted.</summary>
    public Task<IReadOnlyList<AuditLine>> PageAsync(int page, int size, CancellationToken cancel) => PageAsync(new AuditFilter(), page, size, cancel);

    /// <summary>One page of the lines that are looked for.</summary>
    public async Task<IReadOnlyList<AuditLine>> PageAsync(AuditFilter filter, int page, int size, CancellationToken cancel) => await (
        from entry in Matching(filter)
        join account in _team.Users on entry.StaffId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        orderby entry.Number descending
        select new AuditLine(entry.Number, entry.At, account == null ? null : account.Email, entry.Action, entry.Subject))
        .Skip((Math.Max(page, 1) - 1) * size).Take(size).ToListAsync(cancel);

    /// <summary>Whether somebody ever did one of these things to a subject whose name begins so.</summary>
    public Task<bool> HasDoneAsync(StaffId who, IReadOnlyCollection<string> actions, string subject, CancellationToken cancel) =>
        _team.AuditEntries.AnyAsync(entry => entry.StaffId == who.Value && actions.Contains(entry.Action) && entry.Subject != null && entry.Subject.StartsWith(subject), cancel);

    /// <summary>How many lines are found.</summary>
    public Task<long> CountAsync(AuditFilter filter, CancellationToken cancel) => Matching(filter).LongCountAsync(cancel);

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var lines = _team.AuditEntries.AsNoTracking();
        if (filter.Who is { Length: 0 }) lines = lines.Where(entry => entry.StaffId == null);
        else if (filter.Who is { } who) lines = lines.Where(entry => _team.Users.Any(account => account.Id == entry.StaffId && account.Email == who));
        if (filter.From is { } from) lines = lines.Where(entry => entry.At >= from);
        if (filter.To is { } to) lines = lines.Where(entry => entry.At < to);
        if (filter.About is not { Count: > 0 } about) return lines;
        // Patterns of our own making: what somebody typed stands in them letter by letter.
        var patterns = about.Select(word => $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%").ToArray();
        return lines.Where(entry => patterns.Any(pattern => EF.Functions.ILike(entry.Action, pattern, "\\") || (entry.Subject != null && EF.Functions.ILike(entry.Subject, pattern, "\\"))));
    }

    /// <summary>How many lines there are, and the newest line's hash: noted elsewhere, it shows whether the end was cut off.</summary>
    public async Task<(long Lines, string Hash)> HeadAsync(CancellationToken cancel)
    {
        var last = await _team.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancel);
        return (last?.Number ?? 0, Convert.ToHexStringLower(last?.Hash ?? Beginning));
    }

    /// <summary>Reads the whole chain; the number of the first line that does not fit, or nothing when all do.</summary>
    public async Task<long?> FirstBrokenAsync(CancellationToken cancel)
    {
        var (before, expected) = (Beginning, 1L);
        await foreach (var entry in _team.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Number != expected) return expected;
            if (!entry.Hash.AsSpan().SequenceEqual(AuditEntry.HashOf(before, entry.Number, entry.At, entry.StaffId, entry.Action, entry.Subject)))
                return entry.Number;
            (before, expected) = (entry.Hash, expected + 1);
        }
        return null;
    }
}
