using BTech.Agenda;
using BTech.Team.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Team.Presence;

/// <summary>Who is working on what now, so that two do not read or code the same thing unknowingly. Forgotten after a few minutes.</summary>
public sealed class Presences
{
    /// <summary>How long somebody counts as present after opening or sending a page.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly TeamContext _team;
    private readonly TimeProvider _clock;

    internal Presences(TeamContext team, TimeProvider clock) => (_team, _clock) = (team, clock);

    /// <summary>Notes what somebody has open, and forgets whoever has gone.</summary>
    public async Task NoteAsync(StaffId who, Guid windowId, Guid subjectId, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        await _team.Database.ExecuteSqlAsync($"""
            INSERT INTO team.presence (staff_id, window_id, subject_id, seen_at) VALUES ({who.Value}, {windowId}, {subjectId}, {now})
            ON CONFLICT (staff_id) DO UPDATE SET window_id = excluded.window_id, subject_id = excluded.subject_id, seen_at = excluded.seen_at
            """, cancel);
        var gone = now - Lasts;
        await _team.Presences.Where(one => one.SeenAt < gone).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Everybody else who is at work in a window.</summary>
    public async Task<IReadOnlyList<AtWork>> OthersAsync(StaffId but, Guid windowId, CancellationToken cancel)
    {
        var gone = _clock.GetUtcNow() - Lasts;
        return await (
            from one in _team.Presences
            join account in _team.Users on one.StaffId equals account.Id
            where one.WindowId == windowId && one.StaffId != but.Value && one.SeenAt >= gone
            orderby account.Email
            select new AtWork(one.SubjectId, account.Email!)).ToListAsync(cancel);
    }
}
