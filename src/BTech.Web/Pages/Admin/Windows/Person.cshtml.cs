using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Registrations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>One person invited: corrected, sent a new link, or taken out as long as the round is not open to them.</summary>
public sealed class PersonModel(
    CommentWindows windows, Assignments assignments, InvitationList invitations, InvitationLetters letters, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Mails> words, IStringLocalizer<Words.Joining> joining, IStringLocalizer<Words.Rehearsing> rehearsing)
    : WindowPage(windows, assignments, clock)
{
    private readonly InlineValidator<PersonModel> _validator = new()
    {
        page => page.RuleFor(p => p.Honorific).Must(text => string.IsNullOrWhiteSpace(text) || (RegistrationForm.IsName(text) && text.Length <= 60)).WithMessage(_ => words["Person.HonorificWrong"]),
        page => page.RuleFor(p => p.FullName).Must(RegistrationForm.IsName).WithMessage(_ => joining["Register.NameWrong", RegistrationForm.MostCharacters]),
        page => page.RuleFor(p => p.Role).Must(RegistrationForm.IsName).WithMessage(_ => joining["Register.RoleWrong", RegistrationForm.MostCharacters]),
        page => page.RuleFor(p => p.Email).Must(text => RegistrationForm.IsAddress(text?.Trim())).WithMessage(_ => joining["Lost.EmailWrong"]),
        page => page.RuleFor(p => p.Letters).Must(code => Language.Find(code ?? "") is not null).WithMessage(_ => joining["Register.LanguageMissing"]),
    };

    [BindProperty]
    public string? Honorific { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Code of the language of letters.</summary>
    [BindProperty]
    public string? Letters { get; set; }

    /// <summary>Whether links made so far end.</summary>
    [BindProperty]
    public bool EndsLinks { get; set; }

    public InvitedPerson Person { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    /// <summary>Whether a letter was queued now.</summary>
    public bool IsSent { get; private set; }

    public bool MaySend => !Window.IsRehearsal && State is WindowState.Open && Person is { IsLive: true, IsRevoked: false };

    public bool MayRemove => !Person.IsLive;

    public LocalizedText GroupName => Window.Consultation.Groups.FirstOrDefault(group => group.Label == Person.GroupLabel)?.Name ?? LocalizedText.InEnglish(Person.GroupLabel);

    public IReadOnlyList<Choice> Tongues => [.. LocalizedForm.InOrder.Select(language => new Choice(language.Code, language.NativeName))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || await invitations.FindCorrectableAsync(Window.Id, id, cancel) is not { } known) return NotFound();
        (Honorific, FullName, Role, Email, Letters) = (known.Honorific, known.Name, known.Role, known.Email, known.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        switch (await invitations.CorrectAsync(Window.Id, id, new PersonCorrection(Honorific, FullName!, Role!, Email!, Letters!), EndsLinks, cancel))
        {
            case CorrectionOutcome.Gone:
                return NotFound();
            case CorrectionOutcome.AddressTaken:
                ModelState.AddModelError(nameof(Email), words["Person.AddressTaken"]);
                return Page();
            case CorrectionOutcome.MadeUp:
                ModelState.AddModelError(nameof(Email), rehearsing["Person.MadeUp"]);
                return Page();
        }
        await audit.AddAsync(User.StaffId(), "invited person corrected", Name.ToString(), cancel);
        await ReadAsync(id, cancel);
        ModelState.Clear();
        (EndsLinks, IsSaved) = (false, true);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || !MaySend) return NotFound();
        IsSent = await letters.QueueAsync(Window, [id], cancel) == 1;
        await audit.AddAsync(User.StaffId(), "new link mailed", Name.ToString(), cancel);
        return await OnGetAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        if (!await invitations.RemoveAsync(Window.Id, id, cancel))
        {
            ModelState.AddModelError("", words["Person.TooLate"]);
            return await OnGetAsync(id, cancel);
        }
        await audit.AddAsync(User.StaffId(), "invited person removed", Name.ToString(), cancel);
        return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/people"));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        if ((await invitations.ForWindowAsync(Window.Id, cancel)).FirstOrDefault(person => person.InvitationId == id) is not { } found) return false;
        Person = found;
        return true;
    }
}
