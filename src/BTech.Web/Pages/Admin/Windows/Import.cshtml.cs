using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Invites the people of a file: first it is read and reported row by row, then imported as a whole or not at all.</summary>
public sealed class ImportModel(
    CommentWindows windows, Assignments assignments, InvitationImport import, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : WindowPage(windows, assignments, clock)
{
    private const int LargestFile = 512 * 1024;

    [BindProperty]
    public IFormFile? People { get; set; }

    /// <summary>The checked file on its way through the second form, which has no file of its own.</summary>
    [BindProperty]
    public string? Csv { get; set; }

    public ImportReport? Report { get; private set; }

    /// <summary>Whether somebody can still be invited.</summary>
    public bool Takes => Window.TakesInvitations(Now);

    public object[] ArgumentsOf(RowProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return [.. problem.Arguments];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!Takes) ModelState.AddModelError("", words["Import.Closed"]);
        else if (People is null || People.Length == 0) ModelState.AddModelError(nameof(People), words["Import.FileMissing"]);
        else if (People.Length > LargestFile) ModelState.AddModelError(nameof(People), words["Import.FileTooLarge", LargestFile / 1024]);
        if (!ModelState.IsValid) return Page();
        using var content = new MemoryStream();
        await People!.CopyToAsync(content, cancel);
        return await ReadAsync(content.ToArray(), save: false, cancel);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!Takes)
        {
            ModelState.AddModelError("", words["Import.Closed"]);
            return Page();
        }
        var content = new byte[LargestFile];
        if (Csv is null || !Convert.TryFromBase64String(Csv, content, out var length))
        {
            ModelState.AddModelError(nameof(People), words["Import.FileMissing"]);
            return Page();
        }
        return await ReadAsync(content[..length], save: true, cancel);
    }

    private async Task<IActionResult> ReadAsync(byte[] content, bool save, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        Report = await import.ReadAsync(Window.Id, stream, [.. Window.Consultation.Groups.Select(group => group.Label)], save, cancel);
        if (!Report.IsClean)
        {
            ModelState.AddModelError("rows", words["Import.Nothing"]);
            return Page();
        }
        if (!save)
        {
            Csv = Convert.ToBase64String(content);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), $"people invited: {Report.Invited.Count}", Name.ToString(), cancel);
        return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/people"));
    }
}
