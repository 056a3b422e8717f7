using System.Security.Claims;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Reports;
using BTech.Team.Roles;
using BTech.Web.Settings;

namespace BTech.Web.Pages.Moderate;

/// <summary>What a member of the project team may open: sealed windows and reports of rounds in which they hold a role. Everything else is not there.</summary>
public sealed class ReadersDesk(CommentWindows windows, SummaryReports reports, Assignments assignments)
{
    /// <summary>The round or report that this request opened last, as the audit names it: <c>b-tech/2</c>, <c>report 3 version 1</c>.</summary>
    public string? Opened { get; private set; }

    /// <summary>The window, if it is sealed and the person holds one of the roles in it.</summary>
    public async Task<CommentWindow?> WindowAsync(ClaimsPrincipal user, string slug, int number, CancellationToken cancel, params StaffRole[] roles) =>
        await OpenAsync(user, await windows.FindAsync(new WindowName(slug, number), cancel), roles, cancel);

    /// <summary>Likewise by id.</summary>
    public async Task<CommentWindow?> WindowAsync(ClaimsPrincipal user, Guid id, CancellationToken cancel, params StaffRole[] roles) =>
        await OpenAsync(user, await windows.FindAsync(id, cancel), roles, cancel);

    /// <summary>A version of a report with its window and all rounds of its consultation; the newest one when no version is given.</summary>
    public async Task<(SummaryReport Report, CommentWindow Window)?> ReportAsync(ClaimsPrincipal user, int number, int? version, CancellationToken cancel, params StaffRole[] roles)
    {
        if (await reports.FindAsync(number, version, cancel) is not { } report) return null;
        if (await OpenAsync(user, await windows.FindWithRoundsAsync(report.WindowId, cancel), roles, cancel) is not { } window) return null;
        Opened = FormattableString.Invariant($"report {report.Number} version {report.Version}");
        return (report, window);
    }

    /// <summary>Whether the person holds a role in a window.</summary>
    public Task<bool> HoldsAsync(ClaimsPrincipal user, StaffRole role, Guid windowId, CancellationToken cancel) =>
        assignments.HoldsAsync(user.StaffId(), role, windowId, cancel);

    private async Task<CommentWindow?> OpenAsync(ClaimsPrincipal user, CommentWindow? window, StaffRole[] roles, CancellationToken cancel)
    {
        if (window is null || !(window.IsSealed || window.Kind == RoundKind.Meeting)) return null;
        foreach (var role in roles)
        {
            if (!await assignments.HoldsAsync(user.StaffId(), role, window.Id, cancel)) continue;
            Opened = new WindowName(window.Consultation.Slug, window.Number).ToString();
            return window;
        }
        return null;
    }
}
