using BTech.Record.Verification;
using BTech.Team.Roles;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>Every check that can run on this installation, for administrators of all windows; run when asked for.</summary>
public sealed class VerifyModel(Verification verification, Assignments assignments) : PageModel
{
    /// <summary>Nothing before the checks have run.</summary>
    public IReadOnlyList<Verified>? Results { get; private set; }

    public bool IsRed => Results?.Any(one => one.Verdict == Verdict.Red) == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await MayAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await MayAsync(cancel)) return NotFound();
        Results = await verification.RunAsync(null, cancel);
        return Page();
    }

    private Task<bool> MayAsync(CancellationToken cancel) => assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel);
}
