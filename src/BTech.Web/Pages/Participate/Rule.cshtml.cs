using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Web.Crossings;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>What is said may be used, who said it may not: the promise and its limits, before the first text box.</summary>
public sealed class RuleModel(Entrance entrance, Boxes boxes, RuleTexts texts, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    private readonly InlineValidator<RuleModel> _rules = new()
    {
        page => page.RuleFor(p => p.Accepted).Equal(true).WithMessage(_ => words["Rule.NotAccepted"]),
    };

    [BindProperty]
    public bool Accepted { get; set; }

    /// <summary>How many were invited to the author's group, and from how many organisations.</summary>
    public InvitedToGroup? Figures { get; private set; }

    /// <summary>What those who run the consultation add to the promise.</summary>
    public LocalizedText Own { get; private set; } = LocalizedText.Empty;

    public ParticipantGroup? Group => Visit.Window.Consultation.Groups.Find(group => group.Label == Visit.GroupLabel);

    protected override bool IsForWriting => false;

    protected override bool ComesBeforeTheRule => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Visit.Content is null) return Redirect(Url.Content("~/participate"));
        await ReadAsync(cancel);
        Accepted = !TheRuleComesFirst;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Visit.Author is not { } author) return Over();
        await ReadAsync(cancel);
        if (!this.Validates(_rules)) return Page();
        var result = await boxes.AcceptRuleAsync(author, Visit.Window.Consultation.RuleVersion, cancel);
        return result.Status switch
        {
            SaveStatus.Saved => Redirect(Url.Content("~/participate")),
            var status => NotKept(status),
        };
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Figures = await Entrance.GroupAsync(Visit, cancel);
        Own = await texts.InForceAsync(Visit.Window.Consultation, cancel);
    }
}
