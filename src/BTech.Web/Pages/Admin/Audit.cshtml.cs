using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Admin;

/// <summary>What staff did, in order, and whether the chain still holds.</summary>
public sealed class AuditModel(AuditTrail audit, Assignments assignments, CommentWindows windows) : PageModel
{
    private const int OnePage = 50;

    private Dictionary<string, string> _windows = [];

    public IReadOnlyList<AuditLine> Entries { get; private set; } = [];

    public long? Broken { get; private set; }

    public long Lines { get; private set; }

    public string Head { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Pages => (int)((Lines + OnePage - 1) / OnePage);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? page, CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return NotFound();
        (Lines, Head) = await audit.HeadAsync(cancel);
        Number = int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, Math.Max(1, Pages)) : 1;
        Entries = await audit.PageAsync(Number, OnePage, cancel);
        Broken = await audit.FirstBrokenAsync(cancel);
        _windows = (await windows.AllAsync(cancel)).ToDictionary(window => $"window {window.Id:D}", window => new WindowName(window.Consultation.Slug, window.Number).ToString());
        return Page();
    }

    /// <summary>The Team side knows windows by their ids only; here they get their names back.</summary>
    public string? Readable(string? subject) => subject is null ? null
        : _windows.Aggregate(subject, (text, window) => text.Replace(window.Key, window.Value, StringComparison.Ordinal));
}
