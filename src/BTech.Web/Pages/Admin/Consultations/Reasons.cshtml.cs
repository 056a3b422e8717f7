using BTech.Agenda.Consultations;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>The reasons for which texts may be set aside: the product's, and the consultation's own for rounds that are not opened yet.</summary>
public sealed class ReasonsModel(
    ConsultationList consultations, OwnReasons reasons, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Setup> setup,
    IStringLocalizer<Words.Moderate> moderate)
    : ConsultationPage(consultations, assignments)
{
    private readonly InlineValidator<ReasonsModel> _validator = new()
    {
        page => page.NeedsEnglish(nameof(Text), p => p.Text, () => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(OwnReasons.MostCharacters, nameof(Text), p => p.Text, () => words["Form.TooLong", OwnReasons.MostCharacters]),
    };

    [BindProperty]
    public Dictionary<string, string?> Text { get; set; } = LocalizedForm.Fields(null);

    public IReadOnlyList<OwnReason> Own { get; private set; } = [];

    public IEnumerable<string> Usual => SetAsideReasons.All.Select(reason => moderate["Reason." + reason].Value);

    /// <summary>Whether a round for which a reason holds was opened, so that it stays.</summary>
    public bool IsFixed(OwnReason reason) => Consultation.Windows.Exists(window => window.IsOpened && window.Number >= reason.FromRound);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var text = LocalizedForm.Text(Text);
        // A form sent twice adds one reason.
        return Own.Any(reason => reason.Text.IsSameAs(text)) ? ToReasons() : await AnswerAsync(await reasons.AddAsync(Consultation.Id, text, cancel), "reason for setting aside added", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int number, CancellationToken cancel) =>
        await ReadAsync(cancel) ? await AnswerAsync(await reasons.RemoveAsync(Consultation.Id, number, cancel), "reason for setting aside removed", cancel) : NotFound();

    private async Task<IActionResult> AnswerAsync(OwnReasonOutcome outcome, string action, CancellationToken cancel)
    {
        if (outcome != OwnReasonOutcome.Done)
        {
            ModelState.AddModelError("", setup[$"Reasons.Refused.{outcome}"]);
            return Page();
        }
        await audit.AddAsync(User.StaffId(), action, Slug, cancel);
        return ToReasons();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        Own = await reasons.AllAsync(Consultation.Id, cancel);
        return true;
    }

    private RedirectResult ToReasons() => Redirect(Url.Content($"~/admin/consultations/{Slug}/reasons"));
}
