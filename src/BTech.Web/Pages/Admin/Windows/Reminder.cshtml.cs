using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>One reminder that has not gone out: another date, or another audience.</summary>
public sealed class ReminderModel(
    CommentWindows windows, Assignments assignments, ReminderBook reminders, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : ReminderPage(windows, assignments, reminders, clock, words)
{
    [FromRoute]
    public Guid Id { get; set; }

    public bool IsPlanned { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindReminderAsync(cancel) is not { } reminder) return NotFound();
        Form = ReminderForm.Of(reminder, Window.Zone, Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindReminderAsync(cancel) is not { } before) return NotFound();
        if (Form.Read(nameof(Form), Window, ModelState, Words) is not { } typed) return Page();
        if (await Book.ChangeAsync(Window, Id, typed.Due, typed.Audience, cancel) is var problem and not ReminderProblem.None)
        {
            Refuse(problem);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), $"reminder changed: {Described(before.DueAt, before.Audience)} to {Described(typed.Due, typed.Audience)}", Name.ToString(), cancel);
        return ToReminders();
    }

    private async Task<Reminder?> FindReminderAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || Plan.Reminders.FirstOrDefault(reminder => reminder.Id == Id) is not { } found) return null;
        IsPlanned = CanChange && !found.IsTaken;
        return found;
    }
}
