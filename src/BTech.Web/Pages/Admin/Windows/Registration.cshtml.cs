using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Registrations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>One request to take part: agreed to, in the group and for the organisation that are right, or turned down with a reason.</summary>
public sealed class RegistrationModel(
    CommentWindows windows, Assignments assignments, RegistrationBook registrations, RegistrationLetters letters, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Joining> words)
    : WindowPage(windows, assignments, clock)
{
    /// <summary>The longest reason.</summary>
    public const int MostCharacters = 1000;

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public WaitingRegistration Asked { get; private set; } = null!;

    public IReadOnlyList<Choice> Groups => [.. Window.Consultation.Groups.Select(group => new Choice(group.Label, group.Name.In(Words.CurrentLanguage.Of(HttpContext)).Text))];

    public string LanguageName => (Language.Find(Asked.Form.Language) ?? Language.English).NativeName;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        (Group, Organisation) = (Asked.Form.GroupLabel, Asked.Form.Organisation);
        return Page();
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        if (Window.Consultation.Groups.All(group => group.Label != Group)) ModelState.AddModelError(nameof(Group), words["Register.GroupMissing"]);
        if (!string.IsNullOrWhiteSpace(Organisation) && !RegistrationForm.IsName(Organisation))
            ModelState.AddModelError(nameof(Organisation), words["Register.OrganisationWrong", RegistrationForm.MostCharacters]);
        if (!ModelState.IsValid) return Page();
        var outcome = await registrations.ApproveAsync(Window.Id, id, Group!, Organisation, Window.Counts, cancel);
        if (outcome is RegistrationOutcome.OrganisationMissing or RegistrationOutcome.OrganisationInvited)
        {
            ModelState.AddModelError(nameof(Organisation), words[$"Counting.{outcome}"]);
            return Page();
        }
        if (outcome == RegistrationOutcome.Done) await audit.AddAsync(User.StaffId(), "registration approved", Name.ToString(), cancel);
        return ToList();
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        // The other form's fields were not posted.
        (Group, Organisation) = (Asked.Form.GroupLabel, Asked.Form.Organisation);
        var reason = Reason?.Trim().ReplaceLineEndings("\n") ?? "";
        if (reason.Length is 0 or > MostCharacters || !UnicodeForm.IsWhole(reason)) ModelState.AddModelError(nameof(Reason), words["Register.ReasonMissing", MostCharacters]);
        if (!ModelState.IsValid) return Page();
        if (await registrations.DeclineAsync(Window.Id, id, form => letters.Declined(Window, form, reason), cancel) == RegistrationOutcome.Done)
            await audit.AddAsync(User.StaffId(), "registration declined", Name.ToString(), cancel);
        return ToList();
    }

    private RedirectResult ToList() => Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/registrations"));

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Window.TakesRegistrations(Now)) return false;
        if ((await registrations.WaitingAsync(Window.Id, cancel)).FirstOrDefault(one => one.Id == id) is not { } found) return false;
        Asked = found;
        return true;
    }
}
