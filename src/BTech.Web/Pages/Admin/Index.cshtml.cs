using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>All consultations and rounds of this administrator, with what is to be done next. Never how many have written.</summary>
public sealed class IndexModel(ConsultationList consultations, Assignments assignments, TimeProvider clock) : PageModel
{
    private IReadOnlyList<Assignment> _mine = [];

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    public bool IsForAll { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        _mine = [.. (await assignments.OfAsync(User.StaffId(), cancel)).Where(held => held.Role == StaffRole.Administrator)];
        IsForAll = _mine.Any(held => held.WindowId is null);
        Consultations = [.. (await consultations.AllAsync(cancel)).Where(consultation => IsForAll || RoundsOf(consultation).Count > 0)];
    }

    public IReadOnlyList<CommentWindow> RoundsOf(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return [.. consultation.Windows.Where(window => IsForAll || _mine.Any(held => held.WindowId == window.Id))];
    }

    public string NextStepOf(CommentWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.Kind == RoundKind.Meeting) return "Next.Meeting";
        if (window.Expected is not null) return "Next.Settle";
        if (!window.IsOpened) return "Next.Open";
        return window.StateAt(Now) switch
        {
            WindowState.Scheduled => "Next.Waits",
            WindowState.Open => "Next.Writing",
            WindowState.Closed => window.SealsAt <= Now ? "Next.Seal" : "Next.Holding",
            WindowState.Sealed => "Next.Compile",
            _ => "Next.Nothing",
        };
    }
}
