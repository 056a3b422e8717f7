using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Invites the people of a file: first it is read and reported row by row, then imported as a whole or not at all.</summary>
public sealed class ImportModel(
    CommentWindows windows, Assignments assignments, InvitationImport import, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words,
    IStringLocalizer<Words.Joining> joining, IStringLocalizer<Words.Rehearsing> rehearsing)
    : WindowPage(windows, assignments, clock)
{
    private const int LargestFile = 512 * 1024;

    [BindProperty]
    public IFormFile? People { get; set; }

    /// <summary>The checked file on its way through the second form, which has no file of its own.</summary>
    [BindProperty]
    public string? Csv { get; set; }

    /// <summary>What a person said about each new name that may be an organisation's other name, in the report's order.</summary>
    [BindProperty]
    public List<TwinAnswer> Twins { get; set; } = [];

    public ImportReport? Report { get; private set; }

    /// <summary>Whether somebody can still be invited.</summary>
    public bool Takes => Window.TakesImports(Now);

    /// <summary>Why nobody can be invited by a file.</summary>
    public string Closed => Window.IsRehearsal ? rehearsing["NobodyReal"] : Window.TakesInvitations(Now) ? joining["Register.ImportRefused"] : words["Import.Closed"];

    public IReadOnlyList<Choice> ChoicesOf(LikelyTwin twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return [new(TwinAnswer.Same, words["Import.Twins.Same", twin.Known]), new(TwinAnswer.Two, words["Import.Twins.Two"])];
    }

    public object[] ArgumentsOf(RowProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return [.. problem.Arguments];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!Takes) ModelState.AddModelError("", Closed);
        else if (People is null || People.Length == 0) ModelState.AddModelError(nameof(People), words["Import.FileMissing"]);
        else if (People.Length > LargestFile) ModelState.AddModelError(nameof(People), words["Import.FileTooLarge", LargestFile / 1024]);
        if (!ModelState.IsValid) return Page();
        return await ReadAsync(await People!.BytesAsync(cancel), save: false, cancel);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!Takes)
        {
            ModelState.AddModelError("", Closed);
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
        Report = await ReadAsync(content, new Dictionary<string, string>(), save: false, cancel);
        var open = Twins.Where(answer => answer.Choice == TwinAnswer.Same).ToList();
        var same = Report.Twins.Where(twin => open.Exists(answer => answer.IsAbout(twin))).ToDictionary(twin => twin.Written, twin => twin.Known, StringComparer.Ordinal);
        if (save && Report.IsClean) FindUnanswered(Report.Twins);
        if (save && Report.IsClean && ModelState.IsValid) Report = await ReadAsync(content, same, save, cancel);
        if (!Report.IsClean) ModelState.AddModelError("rows", words["Import.Nothing"]);
        if (save && ModelState.IsValid)
        {
            await audit.AddAsync(User.StaffId(), $"people invited: {Report.Invited.Count}", Name.ToString(), cancel);
            return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/people"));
        }
        Csv = Convert.ToBase64String(content);
        Twins = [.. Report.Twins.Select(twin => Twins.Find(answer => answer.IsAbout(twin)) ?? TwinAnswer.To(twin))];
        return Page();
    }

    private async Task<ImportReport> ReadAsync(byte[] content, Dictionary<string, string> same, bool save, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        return await import.ReadAsync(Window.Id, stream, [.. Window.Consultation.Groups.Select(group => group.Label)], Window.Counts, same, save, cancel);
    }

    private void FindUnanswered(IReadOnlyList<LikelyTwin> twins)
    {
        for (var number = 0; number < twins.Count; number++)
            if (!Twins.Exists(answer => answer.IsAbout(twins[number]) && answer.Choice is TwinAnswer.Same or TwinAnswer.Two))
                ModelState.AddModelError($"{nameof(Twins)}[{number}].{nameof(TwinAnswer.Choice)}", words["Import.Twins.Missing"]);
    }
}
