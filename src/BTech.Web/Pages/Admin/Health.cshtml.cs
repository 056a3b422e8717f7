using BTech.Agenda;
using BTech.Documents.Pdf;
using BTech.Record.Reports.Files;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Health;
using BTech.Web.Jobs;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BTech.Web.Pages.Admin;

/// <summary>Room on one of the disks that the site needs.</summary>
/// <param name="Key">Which one.</param>
/// <param name="IsRoomy">Whether a seal has the room that it asks for.</param>
public sealed record DiskRoom(string Key, bool IsRoomy);

/// <summary>
/// How the site is: databases, mail, keys, disks, jobs. For administrators of all windows. Nothing on it moves when somebody writes: it holds no
/// number about boxes and no time but those at which jobs ended, whether or not they had anything to do.
/// </summary>
public sealed class HealthModel(
    Assignments assignments, DatabasesReady databases, MailQueue mail, LostKeys keys, KeySettings keySettings, DataSettings data, JobPulse pulse, IEnumerable<JobRegistration> jobs, PdfTrial pdf,
    DifferingFiles differing)
    : PageModel
{
    /// <summary>What is wrong with the databases, for operators; nothing when they are ready.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Letters that wait to be sent; nothing while nobody can tell.</summary>
    public int? Waiting { get; private set; }

    /// <summary>Opened rounds whose keys cannot be read.</summary>
    public IReadOnlyList<WindowName> WithoutKeys { get; private set; } = [];

    /// <summary>What makes PDFs; nothing while nothing does.</summary>
    public string? PdfEngine { get; private set; }

    /// <summary>Why no PDF can be made.</summary>
    public PdfFault? PdfFault { get; private set; }

    /// <summary>Files of reports that came out differently when they were made again; nothing known while the database is away.</summary>
    public IReadOnlyList<DifferingFile>? Differing { get; private set; }

    public IReadOnlyList<DiskRoom> Disks { get; private set; } = [];

    public IReadOnlyList<(string Job, JobBeat? Beat)> Jobs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return NotFound();
        var ready = await databases.CheckHealthAsync(new HealthCheckContext(), cancel);
        Trouble = ready.Status == HealthStatus.Healthy ? null : ready.Description;
        Waiting = await mail.WaitingAsync(cancel);
        WithoutKeys = await keys.FindAsync(cancel);
        Differing = await differing.FindAsync(cancel);
        try
        {
            PdfEngine = await pdf.EngineAsync(cancel);
        }
        catch (PdfUnavailableException none)
        {
            PdfFault = none.Fault;
        }
        Disks = [RoomOf("Keys", keySettings.Directory), RoomOf("Data", data.Directory)];
        Jobs = [.. jobs.Select(job => (job.Type.Name, pulse.Of(job.Type))).OrderBy(job => job.Name, StringComparer.Ordinal)];
        return Page();
    }

    // Never how much: each save writes a box anew, so the room that is left would tell how busily people write.
    private static DiskRoom RoomOf(string key, string folder) => new(key, new DriveInfo(folder).AvailableFreeSpace >= WindowSealing.FewestFreeBytes);
}
