using BTech.Agenda.Consultations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>One group: its words and its family's in six languages, and into which family it is joined.</summary>
public sealed class EditGroupModel(
    ConsultationList consultations, GroupList groups, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Setup> setup)
    : ConsultationPage(consultations, assignments)
{
    private readonly InlineValidator<EditGroupModel> _validator = new()
    {
        page => page.NeedsEnglish(nameof(GroupName), p => p.GroupName, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(GroupFamilies.LongestName, nameof(GroupName), p => p.GroupName, () => words["Form.TooLong", GroupFamilies.LongestName]),
        page => page.NeedsEnglish(nameof(Adjective), p => p.Adjective, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(GroupFamilies.LongestName, nameof(Adjective), p => p.Adjective, () => words["Form.TooLong", GroupFamilies.LongestName]),
        page => page.NeedsEnglish(nameof(FamilyName), p => p.FamilyName, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(GroupFamilies.LongestName, nameof(FamilyName), p => p.FamilyName, () => words["Form.TooLong", GroupFamilies.LongestName]),
        page => page.NeedsEnglish(nameof(FamilyAdjective), p => p.FamilyAdjective, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(GroupFamilies.LongestName, nameof(FamilyAdjective), p => p.FamilyAdjective, () => words["Form.TooLong", GroupFamilies.LongestName]),
    };

    [FromRoute]
    public required string Label { get; set; }

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; set; }

    [BindProperty]
    public Dictionary<string, string?> GroupName { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Adjective { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> FamilyName { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> FamilyAdjective { get; set; } = [];

    /// <summary>Label of the family; empty for one of its own.</summary>
    [BindProperty]
    public string? Family { get; set; }

    public ParticipantGroup Group { get; private set; } = null!;

    public bool CanBeChanged => !Consultation.HasBegun;

    public IReadOnlyList<Choice> Families => [.. GroupFamilies.Choices(Consultation, Words.CurrentLanguage.Of(HttpContext), setup).Where(choice => choice.Value != Group.Label)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        (GroupName, Adjective) = (LocalizedForm.Fields(Group.Name), LocalizedForm.Fields(Group.Adjective));
        (FamilyName, FamilyAdjective) = (LocalizedForm.Fields(Group.FamilyName), LocalizedForm.Fields(Group.FamilyAdjective));
        Family = Group.Family == Group.Label ? "" : Group.Family;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var outcome = await groups.NameAsync(
            Consultation.Id, Label, LocalizedForm.Text(GroupName), LocalizedForm.Text(Adjective), LocalizedForm.Text(FamilyName), LocalizedForm.Text(FamilyAdjective), cancel);
        return await AnswerAsync(outcome, "", "group named", cancel);
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        var outcome = await groups.JoinAsync(Consultation.Id, Label, string.IsNullOrEmpty(Family) ? null : Family, cancel);
        if (outcome == GroupOutcome.Done) return await AnswerAsync(outcome, "", "group joined", cancel);
        // The other form's fields were not posted.
        (GroupName, Adjective) = (LocalizedForm.Fields(Group.Name), LocalizedForm.Fields(Group.Adjective));
        (FamilyName, FamilyAdjective) = (LocalizedForm.Fields(Group.FamilyName), LocalizedForm.Fields(Group.FamilyAdjective));
        return await AnswerAsync(outcome, nameof(Family), "", cancel);
    }

    private async Task<IActionResult> AnswerAsync(GroupOutcome outcome, string field, string action, CancellationToken cancel)
    {
        if (outcome != GroupOutcome.Done)
        {
            ModelState.AddModelError(field, setup[$"Groups.Refused.{outcome}"]);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), action, Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}/groups/{Label}?saved=true"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Consultation.Groups.Find(group => group.Label == Label) is not { } found) return false;
        Group = found;
        return true;
    }
}
