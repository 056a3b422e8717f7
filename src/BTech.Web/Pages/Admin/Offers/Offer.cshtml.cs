using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Offers;
using BTech.Team.Accounts;
using BTech.Team.Audit;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Offers;

/// <summary>One offer: who made it, who sees to it, what is next and until when, how it ended, and notes.</summary>
public sealed class OfferModel(OfferDesk desk, OfferPipeline pipeline, AuditTrail audit, LocalTime time, IStringLocalizer<Words.Offers> words) : PageModel
{
    /// <summary>The answer that leaves the offer in hand.</summary>
    public const string StillOpen = "Open";

    private const string DayPattern = "yyyy-MM-dd";

    private readonly InlineValidator<OfferModel> _followUpRules = new()
    {
        page => page.RuleFor(p => p.Owner).Must((own, owner) => own.Officers.Any(member => member.Id.Value == owner)).WithMessage(_ => words["Owner.Missing"]),
        page => page.RuleFor(p => p.NextStep).NotEmpty().WithMessage(_ => words["NextStep.Missing"])
            .Must(text => text is null || text.Length <= OfferPipeline.MostCharactersOfAStep).WithMessage(page => words["TooLong", OfferPipeline.MostCharactersOfAStep, page.NextStep!.Length])
            .Must(IsWhole).WithMessage(_ => words["Unreadable"]),
        page => page.RuleFor(p => p.Due).Must(due => string.IsNullOrWhiteSpace(due) || Day(due) is not null)
            .WithMessage(page => words["Due.Wrong", page.Today.AddDays(14).ToString(DayPattern, CultureInfo.InvariantCulture)]),
        page => page.RuleFor(p => p.Outcome).Must(outcome => outcome == StillOpen || Ended(outcome) is not null).WithMessage(_ => words["Outcome.Missing"]),
    };

    private readonly InlineValidator<OfferModel> _noteRules = new()
    {
        page => page.RuleFor(p => p.Note).NotEmpty().WithMessage(_ => words["Note.Missing"])
            .Must(text => text is null || text.Length <= OfferPipeline.MostCharactersOfANote).WithMessage(page => words["TooLong", OfferPipeline.MostCharactersOfANote, page.Note!.Length])
            .Must(IsWhole).WithMessage(_ => words["Unreadable"]),
    };

    [FromRoute]
    public Guid Id { get; set; }

    public CommentWindow Window { get; private set; } = null!;

    public OfferFile Whole { get; private set; } = null!;

    public IReadOnlyList<StaffMember> Officers { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Everybody { get; private set; } = new Dictionary<Guid, string>();

    public DateOnly Today { get; private set; }

    public bool IsSaved { get; private set; }

    /// <summary>Whether somebody else saved since this page was shown.</summary>
    public bool IsChanged { get; private set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? NextStep { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>Version of the follow-up that the form was made from; 0 for none.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Made with the form, so that pressing twice is one note.</summary>
    [BindProperty]
    public Guid NoteId { get; set; }

    public string Kinds => OfferWords.Kinds(Whole.Offer.Attributed.Offer.Kinds, words);

    public string LanguageName => Language.Find(Whole.Offer.Attributed.Language)?.NativeName ?? Whole.Offer.Attributed.Language;

    public IEnumerable<Choice> OwnerChoices => Officers.Select(member => new Choice(member.Id.ToString(), member.Email));

    public IEnumerable<Choice> OutcomeChoices =>
        [new Choice(StillOpen, words["Outcome.Open"]), .. Enum.GetValues<OfferOutcome>().Select(outcome => new Choice(outcome.ToString(), words[$"Outcome.{outcome}"]))];

    public string OwnerName => OfferWords.Owner(Whole.Offer.FollowUp, Everybody, words);

    public string DueDay => Whole.Offer.FollowUp?.Due is { } due ? time.WriteDay(due) : words["Due.None"];

    public string NameOf(OfferNote note) => OfferWords.Name(note.AuthorId, Everybody, words);

    public bool IsMine(OfferNote note) => note.AuthorId == User.StaffId().Value;

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        IsSaved = saved;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        NextStep = OneLine.Of(NextStep);
        if (!this.Validates(_followUpRules)) return Page();
        var ended = Ended(Outcome);
        switch (await pipeline.SaveAsync(new OfferFollowUp { OfferId = Id, OwnerId = Owner!.Value, NextStep = NextStep!, Due = Day(Due), Outcome = ended, Version = Version }, cancel))
        {
            case FollowUpResult.NotThere:
                return NotFound();
            case FollowUpResult.ChangedMeanwhile:
                Version = Whole.Offer.FollowUp?.Version ?? 0;
                ModelState.Remove(nameof(Version));
                ModelState.AddModelError("", words["Changed"]);
                IsChanged = true;
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
        var before = Whole.Offer.FollowUp;
        // The audit names neither the person nor the offer: only that offers of the round are seen to.
        if (before is null) await audit.AddAsync(User.StaffId(), "offer taken up", Name, cancel);
        if (before?.Outcome != ended) await audit.AddAsync(User.StaffId(), ended is { } outcome ? $"offer closed: {outcome}" : "offer opened again", Name, cancel);
        return Redirect(Url.Content($"~/admin/offers/{Id}?saved=true"));
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Note = Note?.ReplaceLineEndings("\n").Trim();
        var isGood = this.Validates(_noteRules);
        if (isGood && await pipeline.AddNoteAsync(NoteId, Id, User.StaffId().Value, Note!, cancel)) return ToNotes();
        if (isGood) return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveNoteAsync(Guid note, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || !await pipeline.RemoveNoteAsync(note, Id, User.StaffId().Value, cancel)) return NotFound();
        return ToNotes();
    }

    private string Name => new WindowName(Window.Consultation.Slug, Window.Number).ToString();

    private RedirectResult ToNotes() => Redirect(Url.Content($"~/admin/offers/{Id}") + "#notes");

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(User, Id, cancel) is not { } found) return false;
        (Window, Whole) = found;
        (Officers, Everybody) = await desk.StaffAsync(Window, cancel);
        Today = desk.Today(Window);
        if (NoteId == Guid.Empty) NoteId = Guid.NewGuid();
        return true;
    }

    // The form as it stands, with whoever looks at it as owner where there is none yet.
    private void Fill()
    {
        var followUp = Whole.Offer.FollowUp;
        (Owner, NextStep) = (followUp?.OwnerId ?? User.StaffId().Value, followUp?.NextStep);
        Due = followUp?.Due?.ToString(DayPattern, CultureInfo.InvariantCulture);
        Outcome = followUp?.Outcome?.ToString() ?? StillOpen;
        Version = followUp?.Version ?? 0;
    }

    private static bool IsWhole(string? text) => text is null || UnicodeForm.IsWhole(text);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    private static OfferOutcome? Ended(string? outcome) => Enum.TryParse<OfferOutcome>(outcome, out var ended) && Enum.IsDefined(ended) ? ended : null;
}
