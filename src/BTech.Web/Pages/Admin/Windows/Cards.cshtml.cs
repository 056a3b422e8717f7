using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Printed cards for people whose mail others may read: a code to type instead of a link. Each card is shown once, with a code of its own.</summary>
public sealed class CardsModel(
    CommentWindows windows, Assignments assignments, InvitationList invitations, InvitationLetters letters, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words)
    : WindowPage(windows, assignments, clock)
{
    private readonly InlineValidator<CardsModel> _validator = new()
    {
        page => page.RuleFor(p => p.Chosen).Must((model, chosen) => chosen.Count > 0 && chosen.TrueForAll(id => model.People.Any(person => person.InvitationId == id)))
            .WithMessage(_ => words["Cards.ChooseMissing"]),
    };

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Those who have a box and were not revoked.</summary>
    public IReadOnlyList<InvitedPerson> People { get; private set; } = [];

    public IReadOnlyList<(InvitedPerson Person, InvitationCard Card)> Cards { get; private set; } = [];

    public IEnumerable<Choice> Choices => People.Select(person => new Choice(person.InvitationId.ToString(), person.Name, person.Organisation));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var cards = new List<(InvitedPerson, InvitationCard)>();
        foreach (var person in People.Where(person => Chosen.Contains(person.InvitationId)))
            cards.Add((person, letters.Card(Window, person, await invitations.MintLinkAsync(person.InvitationId, cancel))));
        Cards = cards;
        await audit.AddAsync(User.StaffId(), $"cards made: {cards.Count}", Name.ToString(), cancel);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.Kind != RoundKind.Written) return false;
        People = [.. (await invitations.ForWindowAsync(Window.Id, cancel)).Where(person => person is { IsLive: true, IsRevoked: false })];
        return true;
    }
}
