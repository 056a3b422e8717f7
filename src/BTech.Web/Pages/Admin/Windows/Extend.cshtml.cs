using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Gives everybody more time. A window can be made longer, never shorter, without a second person.</summary>
public sealed class ExtendModel(
    CommentWindows windows, Assignments assignments, WindowClosing closing, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : WindowPage(windows, assignments, clock)
{
    [BindProperty]
    public MomentForm Closes { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Closes = MomentForm.At(Window.ClosesAt, Window.Zone, words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (Closes.Read(nameof(Closes), Window.Zone, ModelState, words) is not { } closes) return Page();
        if (closes <= Window.ClosesAt) ModelState.AddModelError("Closes.Date", words["Extend.Later"]);
        else if (await Windows.OverlappedAsync(Window.ConsultationId, Window.Id, Window.OpensAt, closes, cancel) is { } other) WindowDates.AddOverlap("Closes.Date", other, ModelState, words);
        else if (!await closing.ExtendAsync(Window.Id, closes, cancel)) ModelState.AddModelError("", words["Close.NotOpen"]);
        if (!ModelState.IsValid) return Page();
        await audit.AddAsync(User.StaffId(), "window extended", Name.ToString(), cancel);
        return ToWindow();
    }
}
