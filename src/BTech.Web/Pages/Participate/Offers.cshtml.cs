using BTech.People.Offers;
using BTech.Web.Crossings;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Offers under one's own name: to convene together, to host, research, resources.</summary>
public sealed class OffersModel(Entrance entrance, OfferBook book, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    private readonly InlineValidator<OffersModel> _rules = new()
    {
        page => page.RuleFor(p => p.Kinds).Must(kinds => kinds.Count > 0 && kinds.All(OfferKindParts.All.Contains)).WithMessage(_ => words["Offers.KindMissing"]),
        page => page.RuleFor(p => p.Text).NotEmpty().WithMessage(_ => words["Offers.TextMissing"])
            .Must(text => text is null || text.Length <= OfferBook.MostCharacters).WithMessage(page => words["Offers.TooLong", OfferBook.MostCharacters, page.Text!.Length])
            .Must(IsWellFormed).WithMessage(_ => words["Write.Unreadable"]),
    };

    /// <summary>Made with the form, so that pressing twice is one offer.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public List<OfferKinds> Kinds { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>An offer to take back.</summary>
    [BindProperty]
    public Guid? TakeBack { get; set; }

    public IReadOnlyList<Offer> Made { get; private set; } = [];

    public IEnumerable<Choice> KindChoices => OfferKindParts.All.Select(kind => new Choice(kind.ToString(), words[$"Offers.{kind}"]));

    protected override bool NeedsBox => false;

    protected override bool IsForWriting => false;

    public string NameOf(OfferKinds kinds) => string.Join(" · ", kinds.Parts().Select(kind => words[$"Offers.{kind}"].Value));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Id = Guid.NewGuid();
        Made = await book.OfAsync(Visit.Entry.InvitationId, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var invitation = Visit.Entry.InvitationId;
        if (TakeBack is { } taken)
            return await book.TakeBackAsync(taken, invitation, cancel) ? Redirect(Url.Content("~/participate/offers")) : NotFound();
        Made = await book.OfAsync(invitation, cancel);
        Text = Text?.ReplaceLineEndings("\n").Trim();
        if (Id == Guid.Empty) Id = Guid.NewGuid();
        if (!this.Validates(_rules)) return Page();
        if (await book.AddAsync(Id, invitation, Kinds.Aggregate(OfferKinds.None, (all, kind) => all | kind), Text!, cancel))
            return Redirect(Url.Content("~/participate/offers"));
        ModelState.AddModelError(nameof(Text), words["Offers.TooMany", OfferBook.MostOffers]);
        return Page();
    }
}
