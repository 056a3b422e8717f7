using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// What participants are promised, and how reports say how many: the product's own, shown; what those who run the consultation add to the
/// promise, in versions.
/// </summary>
public sealed class PromiseModel(
    ConsultationList consultations, RuleTexts texts, Assignments assignments, AuditTrail audit, IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Setup> setup)
    : ConsultationPage(consultations, assignments)
{
    private readonly InlineValidator<PromiseModel> _validator = new()
    {
        page => page.RuleFor(p => p.Text).Must(text => LocalizedForm.Text(text).IsEmpty || LocalizedForm.HasEnglish(text)).OverridePropertyName("Text[en]").WithMessage(_ => setup["Area.EnglishMissing"]),
        page => page.HoldsAtMost(RuleTexts.MostCharacters, nameof(Text), p => p.Text, () => words["Form.TooLong", RuleTexts.MostCharacters]),
    };

    [BindProperty]
    public Dictionary<string, string?> Text { get; set; } = [];

    /// <summary>The version on which this form was made.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [FromQuery(Name = "saved")]
    public bool IsSaved { get; set; }

    public LocalizedText InForce { get; private set; } = LocalizedText.Empty;

    public IReadOnlyList<RuleText> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Text = LocalizedForm.Fields(InForce);
        Seen = Consultation.RuleVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!this.Validates(_validator)) return Page();
        var outcome = await texts.AddAsync(Consultation.Id, Seen, LocalizedForm.Text(Text), cancel);
        if (outcome is RuleTextOutcome.Overtaken or RuleTextOutcome.Opened)
        {
            ModelState.AddModelError("Text[en]", setup[$"Promise.{outcome}"]);
            // What the other person wrote stands in the list of versions on this page.
            if (outcome == RuleTextOutcome.Overtaken) (Seen, ModelState[nameof(Seen)]!.RawValue) = (Consultation.RuleVersion, null);
            return Page();
        }
        if (outcome == RuleTextOutcome.Done) await audit.AddAsync(User.StaffId(), "words added to the promise changed", Slug, cancel);
        return Redirect(Url.Content($"~/admin/consultations/{Slug}/promise?saved=true"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        InForce = await texts.InForceAsync(Consultation, cancel);
        History = await texts.HistoryAsync(Consultation.Id, cancel);
        return true;
    }
}
