using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Mail;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>The reminders of one round: planned at fixed dates, to everybody, a group or a language, and the letter in six languages.</summary>
public sealed class RemindersModel(
    CommentWindows windows, Assignments assignments, ReminderBook reminders, ReminderLetters letters, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words)
    : ReminderPage(windows, assignments, reminders, clock, words)
{
    /// <summary>The dates that most rounds want and this one has not planned.</summary>
    public IReadOnlyList<DateTimeOffset> Usual => Plan.Usual(Now);

    /// <summary>The moment for which the letter is shown: the next reminder's, or the one there would be.</summary>
    public DateTimeOffset LetterAt =>
        Plan.Reminders.FirstOrDefault(reminder => Plan.StandingOf(reminder, Now) == ReminderStanding.Planned)?.DueAt ?? Usual.Select(due => (DateTimeOffset?)due).FirstOrDefault() ?? Now;

    public IEnumerable<(Language Language, Letter Letter)> Letters =>
        LocalizedForm.InOrder.Select(language => (language, letters.Preview(Window, language, InvitationKind.Personal, LetterAt)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Form.Read(nameof(Form), Window, ModelState, Words) is not { } typed) return Page();
        if (await Book.AddAsync(Window, typed.Due, typed.Audience, cancel) is var problem and not ReminderProblem.None)
        {
            Refuse(problem);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), $"reminder planned: {Described(typed.Due, typed.Audience)}", Name.ToString(), cancel);
        return ToReminders();
    }

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!CanChange)
        {
            Refuse(ReminderProblem.WindowIsOver);
            return Page();
        }
        // Pressed twice, or by two people, each date is planned once.
        foreach (var due in Usual)
            if (await Book.AddAsync(Window, due, ReminderAudience.Everybody, cancel) == ReminderProblem.None)
                await audit.AddAsync(User.StaffId(), $"reminder planned: {Described(due, ReminderAudience.Everybody)}", Name.ToString(), cancel);
        return ToReminders();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || Plan.Reminders.FirstOrDefault(reminder => reminder.Id == id) is not { } removed) return NotFound();
        if (await Book.RemoveAsync(Window, id, cancel) is var problem and not ReminderProblem.None)
        {
            Refuse(problem);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), $"reminder removed: {Described(removed.DueAt, removed.Audience)}", Name.ToString(), cancel);
        return ToReminders();
    }
}
