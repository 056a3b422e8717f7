using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Sealing;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// The rounds in which the reader has a role. Before the seal no number of contributions is shown to anybody, not even rounded:
/// days left, how many were invited and when reminders went, nothing else.
/// </summary>
public sealed class IndexModel(CommentWindows windows, ReadersDesk desk, InputList inputs, SummaryReports reports, ReportWithdrawals withdrawals, Announcements announcements, ReminderBook reminders, GroupCensus census, TimeProvider clock) : PageModel
{
    /// <summary>A round as the team sees it.</summary>
    public sealed record Round(
        CommentWindow Window, WindowState State, bool IsModerator, long DaysLeft, int Invited, ReviewProgress? Progress, SummaryReport? Report, bool IsOverdue, IReadOnlyList<DateTimeOffset> Reminders)
    {
        public bool IsSealed => Window.IsSealed || Window.Kind == RoundKind.Meeting;
    }

    public IReadOnlyList<Round> Windows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rounds = new List<Round>();
        foreach (var window in await windows.AllAsync(cancel))
        {
            var isModerator = await desk.HoldsAsync(User, StaffRole.Moderator, window.Id, cancel);
            if (!isModerator && !await desk.HoldsAsync(User, StaffRole.Clearance, window.Id, cancel)) continue;
            var isSealed = window.IsSealed || window.Kind == RoundKind.Meeting;
            var report = isSealed ? await reports.OfWindowAsync(window.Id, cancel) : null;
            rounds.Add(new Round(
                window, window.StateAt(now), isModerator, (long)Math.Ceiling(Math.Max(0, (window.ClosesAt - now).TotalDays)),
                isSealed ? 0 : (await census.ReadAsync(window.Id, cancel)).Sum(group => group.Invited),
                window.IsSealed && isModerator ? await inputs.ProgressAsync(window.Id, cancel) : null,
                report,
                IsOverdue: false,
                isSealed ? [] : await RemindersAsync(window, cancel)));
        }
        int[] numbers = [.. rounds.Select(round => round.Report).OfType<SummaryReport>().Select(report => report.Number)];
        var withdrawn = await reports.WithdrawnAsync(numbers, cancel);
        var overdue = (await withdrawals.OfReportsAsync(numbers, cancel))
            .Where(withdrawal => withdrawal.IsOverdue(now) && withdrawn.Contains((withdrawal.ReportNumber, withdrawal.Version))).Select(withdrawal => withdrawal.ReportNumber).ToHashSet();
        Windows = [.. rounds.Select(round => round with { IsOverdue = round.Report is { } report && overdue.Contains(report.Number) }).OrderBy(round => round.Window.Consultation.Slug, StringComparer.Ordinal).ThenByDescending(round => round.Window.Number)];
    }

    // What everybody was sent: notices, and the reminders that went to all.
    private async Task<IReadOnlyList<DateTimeOffset>> RemindersAsync(CommentWindow window, CancellationToken cancel) =>
    [
        .. (await announcements.SentAsync(window.Id, cancel))
            .Concat((await reminders.PlanAsync(window, cancel)).Reminders
                .Where(reminder => reminder.Audience == ReminderAudience.Everybody).Select(reminder => reminder.WentOutAt).OfType<DateTimeOffset>())
            .Order(),
    ];
}
