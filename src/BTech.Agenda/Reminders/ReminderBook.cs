using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BTech.Agenda.Reminders;

/// <summary>The reminders of all windows: planned, changed and removed by administrators, taken by the job that sends them.</summary>
public sealed class ReminderBook
{
    private readonly AgendaContext _agenda;
    private readonly CommentWindows _windows;
    private readonly TimeProvider _time;

    internal ReminderBook(AgendaContext agenda, CommentWindows windows, TimeProvider time) => (_agenda, _windows, _time) = (agenda, windows, time);

    /// <summary>The plan of a window.</summary>
    public async Task<ReminderPlan> PlanAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new ReminderPlan(window, await _agenda.Reminders.AsNoTracking().Where(reminder => reminder.WindowId == window.Id).ToListAsync(cancel));
    }

    /// <summary>Plans one more.</summary>
    /// <returns>What stood against it.</returns>
    public async Task<ReminderProblem> AddAsync(CommentWindow window, DateTimeOffset due, ReminderAudience audience, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if ((await PlanAsync(window, cancel)).ProblemOf(due, audience, _time.GetUtcNow()) is var problem and not ReminderProblem.None) return problem;
        _agenda.Reminders.Add(new Reminder { Id = Guid.NewGuid(), WindowId = window.Id, DueAt = due, Audience = audience });
        return await UnlessTheMomentIsTakenAsync(async () => await _agenda.SaveChangesAsync(cancel) == 1);
    }

    /// <summary>Plans in a new window what was planned in another: settings, no people.</summary>
    /// <param name="from">The other window.</param>
    /// <param name="to">The new one, with its consultation.</param>
    /// <param name="cancel">Gives up; nothing is planned then.</param>
    public async Task CopyAsync(CommentWindow from, CommentWindow to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(to);
        _agenda.Reminders.AddRange((await PlanAsync(from, cancel)).For(to, _time.GetUtcNow())
            .Select(reminder => new Reminder { Id = Guid.NewGuid(), WindowId = to.Id, DueAt = reminder.Due, Audience = reminder.Audience }));
        await UnlessTheMomentIsTakenAsync(async () => await _agenda.SaveChangesAsync(cancel) >= 0);
    }

    /// <summary>Moves one that has not gone out to another date or audience.</summary>
    /// <returns>What stood against it.</returns>
    public async Task<ReminderProblem> ChangeAsync(CommentWindow window, Guid id, DateTimeOffset due, ReminderAudience audience, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if ((await PlanAsync(window, cancel)).ProblemOf(due, audience, _time.GetUtcNow(), changed: id) is var problem and not ReminderProblem.None) return problem;
        // The condition is asked on the row itself: a job that took it meanwhile wins.
        return await UnlessTheMomentIsTakenAsync(async () => await Untaken(window, id)
            .ExecuteUpdateAsync(set => set.SetProperty(reminder => reminder.DueAt, due).SetProperty(reminder => reminder.Audience, audience), cancel) == 1);
    }

    /// <summary>Takes one that has not gone out off the plan.</summary>
    /// <returns>What stood against it.</returns>
    public async Task<ReminderProblem> RemoveAsync(CommentWindow window, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (!new ReminderPlan(window, []).CanChange(_time.GetUtcNow())) return ReminderProblem.WindowIsOver;
        return await Untaken(window, id).ExecuteDeleteAsync(cancel) == 1 ? ReminderProblem.None : ReminderProblem.NoLongerPlanned;
    }

    /// <summary>
    /// Takes those that must go out now, so that nobody changes them any more; those taken before by a job that was cut off are among them.
    /// Whoever gets them puts their letters into the outbox, once however often, and then says that they went out.
    /// </summary>
    public async Task<IReadOnlyList<(CommentWindow Window, Reminder Reminder)>> TakeDueAsync(CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        var waiting = await _agenda.Reminders.Where(reminder => reminder.WentOutAt == null && reminder.DueAt <= now).Select(reminder => reminder.WindowId).Distinct().ToListAsync(cancel);
        var taken = new List<(CommentWindow, Reminder)>();
        foreach (var windowId in waiting)
        {
            // In a rehearsal there is nobody to be reminded.
            if (await _windows.FindAsync(windowId, cancel) is not { IsRehearsal: false } window) continue;
            foreach (var due in (await PlanAsync(window, cancel)).DueAt(now))
            {
                await _agenda.Reminders.Where(reminder => reminder.Id == due.Id && reminder.DueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(reminder => reminder.IsTaken, true), cancel);
                // Read again: the audience may have been changed a moment ago.
                if (await _agenda.Reminders.AsNoTracking().SingleOrDefaultAsync(reminder => reminder.Id == due.Id && reminder.IsTaken, cancel) is { } mine) taken.Add((window, mine));
            }
        }
        return taken;
    }

    /// <summary>Says that the letters of one are in the outbox.</summary>
    public Task WentOutAsync(Guid id, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        return _agenda.Reminders.Where(reminder => reminder.Id == id && reminder.WentOutAt == null).ExecuteUpdateAsync(set => set.SetProperty(reminder => reminder.WentOutAt, now), cancel);
    }

    private IQueryable<Reminder> Untaken(CommentWindow window, Guid id) =>
        _agenda.Reminders.Where(reminder => reminder.Id == id && reminder.WindowId == window.Id && !reminder.IsTaken && reminder.WentOutAt == null);

    // Two who plan the same moment at the same time: the database lets one of them in.
    private async Task<ReminderProblem> UnlessTheMomentIsTakenAsync(Func<Task<bool>> change)
    {
        try
        {
            return await change() ? ReminderProblem.None : ReminderProblem.NoLongerPlanned;
        }
        catch (Exception fault) when ((fault as PostgresException ?? fault.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return ReminderProblem.SameMoment;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }
}
