using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.Sessions;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Staff;

/// <summary>One person with the roles held and the number of sessions that are open.</summary>
public sealed record StaffRow(StaffMember Member, IReadOnlyList<Assignment> Roles, int Sessions);

/// <summary>Who works here, in which roles; for administrators of all windows.</summary>
public sealed class IndexModel(
    StaffAccounts accounts, Assignments assignments, PasswordLinks links, SecondFactor secondFactor, StaffSessions sessions, AuditTrail audit, CommentWindows windows, SiteSettings site, PasswordLetters letters,
    IStringLocalizer<Words.Admin> words) : PageModel
{
    private const string Everywhere = "";

    private IReadOnlyList<CommentWindow> _windows = [];

    public IReadOnlyList<StaffRow> People { get; private set; } = [];

    /// <summary>Of those who can sign in, how many do it with a password alone.</summary>
    public int WithoutSecondFactor => People.Count(person => person.Member is { IsActive: true, HasPassword: true, HasSecondFactor: false });

    public string? Link { get; private set; }

    public string? LinkFor { get; private set; }

    /// <summary>Whether the link went by mail as well.</summary>
    public bool IsMailed { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public IReadOnlyList<Choice> Roles => [.. Enum.GetValues<StaffRole>().Select(role => new Choice(role.ToString(), words[$"Role.{role}"], words[$"Role.{role}.Hint"]))];

    public IReadOnlyList<Choice> WindowChoices => [new Choice(Everywhere, words["Staff.AllWindows"]), .. _windows.Select(window => new Choice(NameOf(window), NameOf(window)))];

    public string WindowName(Guid? id) => id is null ? words["Staff.AllWindows"] : _windows.FirstOrDefault(window => window.Id == id) is { } found ? NameOf(found) : words["Staff.UnknownWindow"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!Enum.TryParse<StaffRole>(Role, out var role) || !Enum.IsDefined(role)) ModelState.AddModelError(nameof(Role), words["Staff.RoleMissing"]);
        var window = string.IsNullOrEmpty(Where) ? null : _windows.FirstOrDefault(one => NameOf(one) == Where);
        if (!string.IsNullOrEmpty(Where) && window is null) ModelState.AddModelError(nameof(Where), words["Staff.UnknownWindow"]);
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), words["Staff.EmailWrong"]);
        if (!ModelState.IsValid) return Page();
        var isNew = await accounts.FindAsync(Email!, cancel) is null;
        if (await accounts.AddAsync(User.StaffId(), Email!, cancel) is not { } member)
        {
            ModelState.AddModelError(nameof(Email), words["Staff.EmailWrong"]);
            return Page();
        }
        var outcome = await assignments.GiveAsync(User.StaffId(), member.Id, role, window?.Id, cancel);
        if (outcome != AssignmentOutcome.Done)
        {
            ModelState.AddModelError(outcome == AssignmentOutcome.PeopleAndInputs ? nameof(Role) : nameof(Email), words[$"Staff.Refused.{outcome}"]);
            await ReadAsync(cancel);
            return Page();
        }
        return isNew ? await ShowLinkAsync(member, isMailed: true, cancel) : Back();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        return await AnswerAsync(await assignments.TakeAsync(User.StaffId(), id, cancel), cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        return await AnswerAsync(await accounts.CloseAsync(User.StaffId(), new StaffId(id), cancel), cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        await accounts.ReopenAsync(User.StaffId(), new StaffId(id), cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || await accounts.FindAsync(new StaffId(id), cancel) is not { IsActive: true } member) return NotFound();
        return await ShowLinkAsync(member, isMailed: false, cancel);
    }

    public async Task<IActionResult> OnPostRemoveFactorAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || await accounts.FindAsync(new StaffId(id), cancel) is not { } member) return NotFound();
        await secondFactor.RemoveAsync(User.StaffId(), member.Id, cancel);
        return Back();
    }

    /// <summary>Ends whatever that person has open, on every device: a notebook was lost, somebody left a room.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || await accounts.FindAsync(new StaffId(id), cancel) is not { } member) return NotFound();
        await sessions.EndAllAsync(member.Id, cancel);
        await audit.AddAsync(User.StaffId(), "sessions ended", member.Email, cancel);
        return Back();
    }

    // A newcomer gets it by mail as well. For somebody who has an account an administrator may have a reason not to trust the mailbox.
    private async Task<PageResult> ShowLinkAsync(StaffMember member, bool isMailed, CancellationToken cancel)
    {
        var secret = await links.MintAsync(User.StaffId(), member.Id, cancel);
        if (isMailed) await letters.QueueNewAsync(member, secret, CurrentLanguage.Of(HttpContext), cancel);
        Link = new Uri(site.PublicUrl, $"account/set-password/{secret}").ToString();
        IsMailed = isMailed;
        LinkFor = member.Email;
        (Email, Role, Where) = (null, null, null);
        ModelState.Clear();
        await ReadAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(AssignmentOutcome outcome, CancellationToken cancel)
    {
        if (outcome is AssignmentOutcome.Done) return Back();
        if (outcome is AssignmentOutcome.NoSuchPerson) return NotFound();
        ModelState.AddModelError("", words[$"Staff.Refused.{outcome}"]);
        await ReadAsync(cancel);
        return Page();
    }

    private RedirectResult Back() => Redirect(Url.Content("~/admin/staff"));

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return false;
        _windows = await windows.AllAsync(cancel);
        var roles = (await assignments.AllAsync(cancel)).ToLookup(held => held.StaffId);
        var open = await sessions.CountsAsync(cancel);
        People = [.. (await accounts.AllAsync(cancel)).Select(member => new StaffRow(member, [.. roles[member.Id.Value]], open.GetValueOrDefault(member.Id)))];
        return true;
    }

    private static string NameOf(CommentWindow window) => new WindowName(window.Consultation.Slug, window.Number).ToString();
}
