using BTech.Agenda.Consultations;
using BTech.Agenda.Reminders;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Registrations;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>One row of the merge plan with how many are invited; how many wrote is known to nobody.</summary>
public sealed record GroupRow(ParticipantGroup Group, int Invited, int Organisations);

/// <summary>One round: where it stands, its dates, groups and the two who authorised its seal.</summary>
public sealed class ShowModel(
    CommentWindows windows, ConsultationList consultations, Assignments assignments, InvitedFigures invited, RegistrationBook registrations, ReminderBook reminders, ErasureBook erasures, SealAuthorisations authorisations,
    StaffAccounts accounts, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    public int Invited { get; private set; }

    /// <summary>How many requests to take part wait for a decision.</summary>
    public int Registrations { get; private set; }

    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public DateTimeOffset? NextReminder { get; private set; }

    /// <summary>What is still to be erased, the next first.</summary>
    public IReadOnlyList<ErasureRow> NextErasures { get; private set; } = [];

    /// <summary>What of it is due within <see cref="RetentionModel.SoonDays"/> days.</summary>
    public IReadOnlyList<ErasureRow> ErasuresSoon => [.. NextErasures.Where(row => row.Standing != ErasureStanding.Planned)];

    /// <summary>The sealed round whose late comments this one takes.</summary>
    public CommentWindow? Supplemented { get; private set; }

    /// <summary>Those that take late comments on this one.</summary>
    public IReadOnlyList<CommentWindow> Supplements { get; private set; } = [];

    /// <summary>Whether this person may make new rounds: an administrator of all.</summary>
    public bool MayMakeRounds { get; private set; }

    public SealAuthorisation? Authorisation { get; private set; }

    public string? FirstEmail { get; private set; }

    public string? SecondEmail { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        MayMakeRounds = await Assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel);
        var rounds = (await consultations.FindAsync(Slug, cancel))!.Windows;
        Supplemented = rounds.Find(round => round.Id == Window.SupplementsId);
        Supplements = rounds.FindAll(round => round.SupplementsId == Window.Id);
        var figures = (await invited.AllAsync(Window.Id, cancel)).ToDictionary(group => group.GroupLabel, StringComparer.Ordinal);
        Registrations = await registrations.CountWaitingAsync(Window.Id, cancel);
        Invited = figures.Values.Sum(group => group.Invited);
        Groups = [.. Window.Consultation.Groups.OrderBy(group => group.Order).Select(group =>
            figures.TryGetValue(group.Label, out var found) ? new GroupRow(group, found.Invited, found.Organisations) : new GroupRow(group, 0, 0))];
        var plan = await reminders.PlanAsync(Window, cancel);
        NextReminder = plan.Reminders.FirstOrDefault(reminder => plan.StandingOf(reminder, Now) == ReminderStanding.Planned)?.DueAt;
        NextErasures = [.. RetentionModel.RowsOf(Window, await erasures.OfWindowAsync(Window.Id, cancel), RetentionDates.Day(Now))
            .Where(row => row.Standing != ErasureStanding.Done).OrderBy(row => row.Day)];
        Authorisation = await authorisations.FindAsync(Window.Id, cancel);
        if (Authorisation is null) return Page();
        FirstEmail = (await accounts.FindAsync(Authorisation.First, cancel))?.Email;
        SecondEmail = (await accounts.FindAsync(Authorisation.Second, cancel))?.Email;
        return Page();
    }
}
