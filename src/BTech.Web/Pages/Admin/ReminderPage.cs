using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>A page on which reminders of one window are planned: nothing on it depends on what anybody has written.</summary>
public abstract class ReminderPage(CommentWindows windows, Assignments assignments, ReminderBook reminders, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : WindowPage(windows, assignments, clock)
{
    [BindProperty]
    public ReminderForm Form { get; set; } = new();

    public ReminderPlan Plan { get; private set; } = null!;

    public bool CanChange => Plan.CanChange(Now);

    public IReadOnlyList<Choice> Audiences => ReminderForm.AudiencesOf(Window, CurrentLanguage.Of(HttpContext), Words);

    /// <summary>Whom a reminder goes to, as people say it.</summary>
    public string NameOf(ReminderAudience audience)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return Audiences.FirstOrDefault(choice => choice.Value == audience.ToString())?.Text ?? audience.ToString();
    }

    protected IStringLocalizer<Words.Admin> Words { get; } = words;

    protected ReminderBook Book { get; } = reminders;

    protected async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.Kind != RoundKind.Written) return false;
        Plan = await Book.PlanAsync(Window, cancel);
        return true;
    }

    protected void Refuse(ReminderProblem problem) => ReminderForm.Refuse(problem, nameof(Form), ModelState, Words);

    /// <summary>How the audit names a reminder.</summary>
    protected static string Described(DateTimeOffset due, ReminderAudience audience) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{due.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'} {audience}");

    protected RedirectResult ToReminders() => Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/reminders"));
}
