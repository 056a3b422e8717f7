using System.Globalization;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// The people of an earlier round, invited to this one by choice. All of them, because nobody knows who wrote; of rounds that this person
/// administers as well.
/// </summary>
public sealed class AgainModel(
    CommentWindows windows, ConsultationList consultations, InvitationList invitations, Assignments assignments, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Rounds> rounds)
    : WindowPage(windows, assignments, clock)
{
    private readonly Dictionary<string, Guid> _rounds = new(StringComparer.Ordinal);

    /// <summary>Number of the earlier round.</summary>
    [BindProperty]
    public string? From { get; set; }

    [FromQuery(Name = "invited")]
    public int? Invited { get; set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!_rounds.TryGetValue(From ?? "", out var other))
        {
            ModelState.AddModelError(nameof(From), rounds["Again.Missing"]);
            return Page();
        }
        // A form sent twice asks for a round that has nobody left: that is done already, not wrong.
        var invited = await invitations.InviteAgainAsync(other, Window.Id, Window.Counts, cancel);
        await audit.AddAsync(User.StaffId(), $"people of round {From} invited again: {invited}", Name.ToString(), cancel);
        return Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/people/again?invited={invited}"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Window.TakesInvitations(Now)) return false;
        var choices = new List<Choice>();
        foreach (var other in (await consultations.FindAsync(Slug, cancel))!.Windows.Where(other => other.Id != Window.Id))
        {
            if (!await Assignments.HoldsAsync(User.StaffId(), StaffRole.Administrator, other.Id, cancel)) continue;
            var number = other.Number.ToString(CultureInfo.InvariantCulture);
            _rounds.Add(number, other.Id);
            var count = await invitations.CountAgainAsync(other.Id, Window.Id, Window.Counts, cancel);
            if (count > 0)
                choices.Add(new Choice(number, words["Window.Heading", other.Number, other.Title.In(CurrentLanguage.Of(HttpContext)).Text], rounds.Plural("Again.Count", count)));
        }
        Choices = choices;
        return true;
    }
}
