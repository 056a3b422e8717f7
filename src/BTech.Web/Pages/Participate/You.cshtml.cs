using BTech.People.Listing;
using BTech.Web.Crossings;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>How to be listed among the participants; has nothing to do with whether anything was written.</summary>
public sealed class YouModel(Entrance entrance, ParticipantsList list, MadeUpPerson somebody, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    private readonly InlineValidator<YouModel> _rules = new()
    {
        page => page.RuleFor(p => p.Choice).NotNull().WithMessage(_ => words["You.ChoiceMissing"])
            .Must(choice => choice is null || Enum.IsDefined(choice.Value)).WithMessage(_ => words["You.ChoiceMissing"]),
    };

    [BindProperty]
    public ListingChoice? Choice { get; set; }

    /// <summary>How the list would name this participant.</summary>
    public ListedLine? Line { get; private set; }

    /// <summary>What was agreed to.</summary>
    public ListingConsent? Consent { get; private set; }

    protected override bool NeedsBox => false;

    protected override bool IsForWriting => false;

    public IEnumerable<Choice> Choices =>
    [
        new(nameof(ListingChoice.None), words["You.None"], words["You.None.Hint"]),
        .. Line?.Organisation is { } organisation ? [new Choice(nameof(ListingChoice.OrganisationOnly), words["You.OrganisationOnly"], organisation)] : Array.Empty<Choice>(),
        new(nameof(ListingChoice.Full), words["You.Full"], Full()),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Choice = Consent?.Choice;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Validates(_rules)) return Page();
        await list.SetAsync(Visit.ParticipantId, Choice!.Value, cancel);
        return Redirect(Url.Content("~/participate/you"));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (Visit.IsPreview)
        {
            Line = new ListedLine(Visit.GroupLabel, null, somebody.Name, somebody.Role, Visit.IsForOrganisation ? somebody.Organisation : null);
            return;
        }
        Line = await list.LineOfAsync(Visit.ParticipantId, cancel);
        Consent = await list.ConsentOfAsync(Visit.ParticipantId, cancel);
    }

    private string Full() => Line is null ? string.Empty
        : words["You.Line", $"{Line.Honorific} {Line.Name}".Trim(), Line.Role ?? string.Empty, Line.Organisation ?? words["You.Personal"].Value];
}
