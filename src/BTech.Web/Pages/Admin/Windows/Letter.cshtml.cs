using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// A letter or an e-mail is put into the box of the person who wrote it, while the window is open. The page answers the same whether or not
/// that person has been here, and keeps nothing.
/// </summary>
public sealed class LetterModel(
    CommentWindows windows, Assignments assignments, InvitationList invitations, LetterBox letterBox, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Channels> words, IStringLocalizer<Words.Participate> writing)
    : WindowPage(windows, assignments, clock)
{
    private InlineValidator<LetterModel> Validator => new()
    {
        page => page.RuleFor(p => p.HasAgreed).Equal(true).WithMessage(_ => words["Letter.Agreed.Missing"]),
        page => page.RuleFor(p => p.WrittenIn).Must(code => Language.Find(code ?? "") is not null).WithMessage(_ => words["Letter.Language.Missing"]),
        page => page.RuleFor(p => p.Permission).Must(name => LetterBox.Permissions.Contains(name)).WithMessage(_ => words["Letter.Permission.Missing"]),
    };

    [BindProperty]
    public Guid LetterId { get; set; }

    /// <summary>"The person agreed to this way."</summary>
    [BindProperty]
    public bool HasAgreed { get; set; }

    /// <summary>Code of the letter's language.</summary>
    [BindProperty]
    public string? WrittenIn { get; set; }

    [BindProperty]
    public string? Permission { get; set; }

    /// <summary>The words by focus area; 0 for the paper as a whole.</summary>
    [BindProperty]
    public Dictionary<int, string?> Texts { get; set; } = [];

    public InvitedPerson Person { get; private set; } = null!;

    public bool IsHandedIn { get; private set; }

    public IEnumerable<Choice> Tongues => Language.All.Select(language => new Choice(language.Code, language.NativeName));

    public IEnumerable<Choice> Permissions => LetterBox.Permissions.Select(name => new Choice(name, writing[$"Permission.{name}"], writing[$"Permission.{name}.Hint"]));

    public string ShortTitle(FocusArea area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return area.ShortTitle.In(CurrentLanguage.Of(HttpContext)).Text;
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel)) return NotFound();
        var parts = Texts.Where(text => !string.IsNullOrWhiteSpace(text.Value) && IsPlace(text.Key)).ToDictionary(text => text.Key, text => text.Value!);
        FillIn();
        if (!this.Validates(Validator) | !HasWords(parts)) return Page();
        switch (await letterBox.HandInAsync(Window, id, new TypedLetter(LetterId, parts, WrittenIn!, Permission!), cancel))
        {
            case HandedIn.NoRoom:
                return Refuse(words["Letter.NoRoom"]);
            case HandedIn.Unreadable:
                return Refuse(words["Letter.Unreadable"]);
            case HandedIn.Busy:
                return Refuse(words["Letter.Busy"]);
            case HandedIn.NotThere:
                return NotFound();
        }
        // That a letter was handed in, never whose: see docs/anonymity.md.
        await audit.AddAsync(User.StaffId(), "letter handed in", Name.ToString(), cancel);
        ModelState.Clear();
        Clear();
        IsHandedIn = true;
        return Page();
    }

    private bool IsPlace(int number) => number == 0 || Window.Consultation.FocusAreas.Exists(area => area.Number == number);

    private bool HasWords(Dictionary<int, string> parts)
    {
        if (parts.Count > 0) return true;
        ModelState.AddModelError($"{nameof(Texts)}[{Window.Consultation.FocusAreas.FirstOrDefault()?.Number ?? 0}]", words["Letter.Empty"]);
        return false;
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError($"{nameof(Texts)}[{Texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key).Order().First()}]", why);
        return Page();
    }

    private void Clear()
    {
        (LetterId, HasAgreed, WrittenIn, Permission, Texts) = (Guid.NewGuid(), false, Person.Language, LetterBox.Permissions[0], []);
        FillIn();
    }

    // Every place has a field, whatever was posted.
    private void FillIn()
    {
        if (LetterId == Guid.Empty) LetterId = Guid.NewGuid();
        foreach (var number in Window.Consultation.FocusAreas.Select(area => area.Number).Append(0)) Texts.TryAdd(number, null);
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || State != WindowState.Open) return false;
        if ((await invitations.ForWindowAsync(Window.Id, cancel)).FirstOrDefault(person => person.InvitationId == id) is not { IsLive: true, IsRevoked: false } found) return false;
        Person = found;
        return true;
    }
}
