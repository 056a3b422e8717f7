using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Registrations;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Pages.Participate;
using BTech.Web.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Registering;

/// <summary>
/// Asks to take part in a consultation that is open to registration. The answer is the same whether or not the address is known, and so is the work:
/// one row, which a job sees to. No cookie is set.
/// </summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public sealed class RegisterModel(
    ConsultationList consultations, RegistrationBook registrations, AskedLetters asked, EntryForm form, VisitorAddress visitor, TimeProvider clock, IStringLocalizer<Words.Joining> words)
    : PageModel
{
    private readonly InlineValidator<RegisterModel> _validator = new()
    {
        page => page.RuleFor(p => p.Name).Must(RegistrationForm.IsName).WithMessage(_ => words["Register.NameWrong", RegistrationForm.MostCharacters]),
        page => page.RuleFor(p => p.Role).Must(RegistrationForm.IsName).WithMessage(_ => words["Register.RoleWrong", RegistrationForm.MostCharacters]),
        page => page.RuleFor(p => p.Organisation).Must(text => string.IsNullOrWhiteSpace(text) || RegistrationForm.IsName(text)).WithMessage(_ => words["Register.OrganisationWrong", RegistrationForm.MostCharacters]),
        page => page.RuleFor(p => p.Organisation).NotEmpty().When(p => p.Window?.Counts == Counting.Organisations).WithMessage(_ => words["Counting.OrganisationMissing"]),
        page => page.RuleFor(p => p.Group).Must((model, label) => model.Consultation.Groups.Any(group => group.Label == label)).WithMessage(_ => words["Register.GroupMissing"]),
        page => page.RuleFor(p => p.Email).Must(text => RegistrationForm.IsAddress(text?.Trim())).WithMessage(_ => words["Lost.EmailWrong"]),
        page => page.RuleFor(p => p.Letters).Must(code => Language.Find(code ?? "") is not null).WithMessage(_ => words["Register.LanguageMissing"]),
    };

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>Label of the group.</summary>
    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Code of the language of letters.</summary>
    [BindProperty]
    public string? Letters { get; set; }

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public string Token => form.Token();

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The round that takes requests; nothing when none does.</summary>
    public CommentWindow? Window { get; private set; }

    public bool IsDone { get; private set; }

    public IReadOnlyList<Choice> Groups =>
        [new Choice("", ""), .. Consultation.Groups.Select(group => new Choice(group.Label, group.Name.In(CurrentLanguage.Of(HttpContext)).Text))];

    public IReadOnlyList<Choice> Tongues => [.. Language.All.Select(language => new Choice(language.Code, language.NativeName))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        Letters = CurrentLanguage.Of(HttpContext).Code;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        if (Window is null) return Answer(StatusCodes.Status409Conflict);
        if (!form.IsOurs(Request, Form)) ModelState.AddModelError(string.Empty, words["Again"]);
        if (!this.Validates(_validator)) return Answer(StatusCodes.Status400BadRequest);
        if (asked.IsTired(visitor.Of(HttpContext)))
        {
            ModelState.AddModelError(string.Empty, words["Tired"]);
            return Answer(StatusCodes.Status429TooManyRequests);
        }
        // Beyond the limit nothing is written, and nobody is told: the mailbox is somebody's.
        if (asked.MayWriteTo($"Registration {Window.Id}", Email!))
            await registrations.AskAsync(Window.Id, new RegistrationForm(Name!, Role!, Organisation, Group!, Email!, Letters!), cancel);
        IsDone = true;
        return Page();
    }

    private PageResult Answer(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        if (await consultations.FindAsync(slug, cancel) is not { } found) return false;
        Consultation = found;
        var now = clock.GetUtcNow();
        Window = found.Windows.Where(window => window.TakesRegistrations(now)).OrderBy(window => window.ClosesAt).FirstOrDefault();
        return true;
    }
}
