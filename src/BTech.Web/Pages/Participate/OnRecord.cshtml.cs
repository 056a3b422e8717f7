using BTech.Agenda.Windows;
using BTech.People.OnRecord;
using BTech.Web.Crossings;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Tongue = BTech.Languages.Language;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// To speak on the record: write, see exactly how it will be published, agree to that. Nothing is kept before one has agreed. The page belongs to
/// the People side alone: it opens no box, and looks the same whether or not its reader writes comments as well.
/// </summary>
public sealed class OnRecordModel(Entrance entrance, SubmissionBook book, MadeUpPerson somebody, IStringLocalizer<Words.OnRecord> words) : ParticipantPage(entrance)
{
    private static readonly Capacity[] Capacities = [People.OnRecord.Capacity.Person, People.OnRecord.Capacity.Organisation];

    private readonly Dictionary<Capacity, Signature> _signatures = [];

    private readonly InlineValidator<OnRecordModel> _rules = new()
    {
        page => page.RuleFor(p => p.Capacity).Must((model, capacity) => capacity is { } chosen && model._signatures.ContainsKey(chosen)).WithMessage(_ => words["CapacityMissing"]),
        page => page.RuleFor(p => p.Heading).Must(heading => heading is null || heading.Length <= SubmissionText.MostInTitle).WithMessage(page => words["TitleTooLong", SubmissionText.MostInTitle, page.Heading!.Length])
            .Must(IsWellFormed).WithMessage(_ => words["Unreadable"]),
        page => page.RuleFor(p => p.Text).NotEmpty().WithMessage(_ => words["TextMissing"])
            .Must(text => text is null || text.Length <= SubmissionText.MostCharacters).WithMessage(page => words["TooLong", SubmissionText.MostCharacters, page.Text!.Length])
            .Must(IsWellFormed).WithMessage(_ => words["Unreadable"]),
    };

    private readonly InlineValidator<OnRecordModel> _consent = new()
    {
        page => page.RuleFor(p => p.Agreed).Equal(true).WithMessage(_ => words["NotAgreed"]),
    };

    /// <summary>Under which name.</summary>
    [BindProperty]
    public Capacity? Capacity { get; set; }

    /// <summary>A title, or nothing.</summary>
    [BindProperty]
    public string? Heading { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Code of the language of the words.</summary>
    [BindProperty]
    public string? WrittenIn { get; set; }

    /// <summary>The edition with which the form was opened; 0 for a first one.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The consent, given to the words as they are shown.</summary>
    [BindProperty]
    public bool Agreed { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>What is handed in; nothing yet.</summary>
    public OwnSubmission? HandedIn { get; private set; }

    /// <summary>What is about to be agreed to, as it will be published; nothing while one writes.</summary>
    public SubmissionText? Look { get; private set; }

    /// <summary>What another page has handed in meanwhile.</summary>
    public SubmissionText? Theirs { get; private set; }

    /// <summary>Whether the form is shown.</summary>
    public bool Writes { get; private set; }

    /// <summary>Whether one can still hand in a first one: until the numbers of the groups are about to be frozen.</summary>
    public bool TakesNew => Opened is { } opened ? Visit.Takes(opened) : Visit.State == WindowState.Open;

    /// <summary>Whether what is handed in can be changed and withdrawn.</summary>
    public bool CanChange => HandedIn is { Number: null, IsTakenDown: false };

    /// <summary>How many were invited to the author's group, and from how many organisations.</summary>
    public InvitedToGroup? Figures { get; private set; }

    public IEnumerable<Choice> CapacityChoices => Capacities.Where(_signatures.ContainsKey)
        .Select(capacity => new Choice(capacity.ToString(), words[$"Capacity.{capacity}"], Words.SignatureLine.Of(_signatures[capacity], words)));

    public IEnumerable<Choice> Languages => Tongue.All.Select(language => new Choice(language.Code, language.NativeName));

    protected override bool NeedsBox => false;

    protected override bool IsForWriting => false;

    public async Task OnGetAsync(bool change, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        WrittenIn = Language.Code;
        Writes = HandedIn is null ? TakesNew : change && CanChange;
        if (HandedIn is not { } kept) return;
        (Capacity, Heading, Text, WrittenIn, Seen) = (kept.Capacity, kept.Words.Title, kept.Words.Text, kept.Words.Language, kept.Edition);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Then == "withdraw") return await book.WithdrawAsync(Visit.Entry.InvitationId, cancel) ? Redirect(Url.Content("~/participate/on-record")) : Final();
        Clean();
        Writes = true;
        if (HandedIn is null ? !TakesNew : !CanChange) return Final();
        if (!this.Validates(_rules)) return Page();
        if (Then is not ("look" or "agree")) return Page();
        Look = new SubmissionText(_signatures[Capacity!.Value], Heading, WrittenIn!, Text!);
        if (Then == "look" || !this.Validates(_consent)) return Page();
        switch (await book.HandInAsync(Visit.Window.Id, Visit.Entry.InvitationId, Capacity.Value, Look, Seen, TakesNew, cancel))
        {
            case HandingIn.Kept:
                return Redirect(Url.Content("~/participate/on-record"));
            case HandingIn.Changed:
                return await BothAsync(cancel);
            default:
                return Final();
        }
    }

    // Whoever goes on has seen the other text, and replaces it knowingly.
    private async Task<IActionResult> BothAsync(CancellationToken cancel)
    {
        var theirs = await book.OfAsync(Visit.Entry.InvitationId, cancel);
        (Theirs, Seen, Look, Agreed) = (theirs?.Words, theirs?.Edition ?? 0, null, false);
        ModelState.Clear();
        ModelState.AddModelError(nameof(Text), words["Conflict"]);
        var both = Page();
        both.StatusCode = StatusCodes.Status409Conflict;
        return both;
    }

    private IActionResult Final() => KeptField.Of(Request).Count > 0
        ? KeptWords.Answer(HttpContext, "Over", StatusCodes.Status409Conflict)
        : Redirect(Url.Content("~/participate/on-record"));

    private void Clean()
    {
        Text = Cleaned(Text?.ReplaceLineEndings("\n"));
        Heading = string.IsNullOrWhiteSpace(Heading) ? null : Cleaned(Heading.ReplaceLineEndings(" "));
        WrittenIn = Tongue.Find(WrittenIn)?.Code ?? Language.Code;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        HandedIn = await book.OfAsync(Visit.Entry.InvitationId, cancel);
        Figures = await Entrance.GroupAsync(Visit, cancel);
        foreach (var capacity in Capacities)
            if (Visit.IsPreview) _signatures[capacity] = capacity == People.OnRecord.Capacity.Organisation ? new Signature(null, null, somebody.Organisation) : new Signature(somebody.Name, somebody.Role, null);
            else if (await book.SignatureAsync(Visit.ParticipantId, capacity, cancel) is { } signature) _signatures[capacity] = signature;
    }
}
