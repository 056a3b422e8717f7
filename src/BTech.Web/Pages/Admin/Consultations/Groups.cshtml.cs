using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The groups of a consultation in their order, and the families into which they are joined when too small.</summary>
public sealed class GroupsModel(
    ConsultationList consultations, GroupList groups, InvitationList invitations, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Setup> words)
    : ConsultationPage(consultations, assignments)
{
    private readonly InlineValidator<GroupsModel> _validator = new()
    {
        page => page.RuleFor(p => p.NewName).Must(GroupFamilies.IsName).WithMessage(_ => words["Areas.TitleMissing", GroupFamilies.LongestName]),
        page => page.RuleFor(p => p.NewAdjective).Must(GroupFamilies.IsName).WithMessage(_ => words["Areas.TitleMissing", GroupFamilies.LongestName]),
        page => page.RuleFor(p => p.NewLabel).Must(label => ConsultationSlug.IsValid(label?.Trim())).WithMessage(_ => words["Groups.LabelWrong"]),
    };

    /// <summary>Label of a group to add.</summary>
    [BindProperty]
    public string? NewLabel { get; set; }

    /// <summary>Its name in English.</summary>
    [BindProperty]
    public string? NewName { get; set; }

    /// <summary>Its word before "participants" in English.</summary>
    [BindProperty]
    public string? NewAdjective { get; set; }

    /// <summary>Label of the family that it joins.</summary>
    [BindProperty]
    public string? NewFamily { get; set; }

    public bool CanBeChanged => !Consultation.HasBegun;

    public IReadOnlyList<Choice> Families => GroupFamilies.Choices(Consultation, Words.CurrentLanguage.Of(HttpContext), words);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var label = NewLabel!.Trim();
        // A form sent twice adds one group.
        if (Consultation.Groups.Exists(group => group.Label == label && group.Name.ToString() == NewName!.Trim())) return ToGroups();
        return await AnswerAsync(
            await groups.AddAsync(Consultation.Id, label, LocalizedText.InEnglish(NewName!.Trim()), LocalizedText.InEnglish(NewAdjective!.Trim()), string.IsNullOrEmpty(NewFamily) ? null : NewFamily, cancel),
            nameof(NewLabel), "group added", cancel);
    }

    public async Task<IActionResult> OnPostUpAsync(string label, CancellationToken cancel) =>
        await FindAsync(cancel) ? await AnswerAsync(await groups.MoveUpAsync(Consultation.Id, label, cancel), "", "group moved", cancel) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string label, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (await invitations.HoldsGroupAsync([.. Consultation.Windows.Select(window => window.Id)], label, cancel))
        {
            ModelState.AddModelError("", words["Groups.Invited"]);
            return Page();
        }
        return await AnswerAsync(await groups.RemoveAsync(Consultation.Id, label, cancel), "", "group removed", cancel);
    }

    private async Task<IActionResult> AnswerAsync(GroupOutcome outcome, string field, string action, CancellationToken cancel)
    {
        if (outcome != GroupOutcome.Done)
        {
            ModelState.AddModelError(field, words[$"Groups.Refused.{outcome}"]);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), action, Slug, cancel);
        return ToGroups();
    }

    private RedirectResult ToGroups() => Redirect(Url.Content($"~/admin/consultations/{Slug}/groups"));
}
