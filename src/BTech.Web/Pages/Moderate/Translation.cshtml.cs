using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Translations;
using BTech.Team.Presence;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The working translation of one input, beside the original: written, checked by somebody else, made sure of after a mask, taken back, deleted.</summary>
public sealed class TranslationModel(
    ReadersDesk desk, InputList inputs, WorkingTranslations translations, ExcerptCoding coding, Presences presences,
    IStringLocalizer<Translating> words, IStringLocalizer<Words.Moderate> terms) : OneInputPage(desk, inputs, coding, presences, terms)
{
    // So much of each passage is told that stands in the way of a change.
    private const int Told = 120;

    private InlineValidator<TranslationModel> Validator => new()
    {
        page => page.RuleFor(p => p.Into).Must(code => Language.Find(code) is not null).WithMessage(_ => words["Into.Missing"]),
        page => page.RuleFor(p => p.Text).Must(Says).WithMessage(_ => words["Text.Missing"]),
        page => page.RuleFor(p => p.Text).Must(text => Wording.Cleaned(text) is not { Length: > WorkingTranslation.LongestText }).WithMessage(_ => words["Long", WorkingTranslation.LongestText]),
        page => page.RuleFor(p => p.MadeBy).Must(Says).WithMessage(_ => words["MadeBy.Missing"]),
        page => page.RuleFor(p => p.MadeBy).Must(FitsALine).WithMessage(_ => words["Long", WorkingTranslation.LongestLine]),
        page => page.RuleFor(p => p.WentTo).Must(journey => journey is { } one && Enum.IsDefined(one)).WithMessage(_ => words["WentTo.Missing"]),
        page => page.RuleFor(p => p.Receiver).Must((page, line) => page.NamesNobody || Says(line)).WithMessage(_ => words["Receiver.Missing"]),
        page => page.RuleFor(p => p.Receiver).Must((page, line) => page.NamesNobody || FitsALine(line)).WithMessage(_ => words["Long", WorkingTranslation.LongestLine]),
    };

    public FiledTranslation Filed { get; private set; } = null!;

    /// <summary>Whether the reader wrote it, and so cannot check it.</summary>
    public bool IsMine => Filed.Translation?.WrittenBy == User.StaffId();

    /// <summary>What somebody else made of it since the form was opened.</summary>
    public WorkingTranslation? Theirs { get; private set; }

    /// <summary>Coded passages that would lose their words.</summary>
    public IReadOnlyList<string> Lost { get; private set; } = [];

    /// <summary>Code of the language into which it is translated.</summary>
    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsMachine { get; set; }

    [BindProperty]
    public string? MadeBy { get; set; }

    [BindProperty]
    public TextJourney? WentTo { get; set; }

    [BindProperty]
    public string? Receiver { get; set; }

    /// <summary>Whether passages whose words a mask takes out may lose them.</summary>
    [BindProperty]
    public bool LetPassagesGo { get; set; }

    /// <summary>What the translation and the masks were when the form was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IEnumerable<SelectListItem> Tongues => Language.All.Select(language => new SelectListItem(language.NativeName, language.Code));

    public IEnumerable<Choice> Journeys => Enum.GetValues<TextJourney>().Select(journey => new Choice(journey.ToString(), words["WentTo." + journey]));

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel) || Input.Text is null) return NotFound();
        ModelState.Clear();
        if (!await FindAsync(cancel)) return NotFound();
        Into = CurrentLanguage.Of(HttpContext).Code;
        FillWithWhatIsFiled();
        return Page();
    }

    [Audited("working translation written")]
    public async Task<IActionResult> OnPostSaveAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return new KeptText("Gone", StatusCodes.Status404NotFound);
        if (Input.Text is null) return new KeptText("SetAside", StatusCodes.Status409Conflict);
        if (!this.Validates(Validator)) return await ShowAsync(cancel);
        var entry = new TranslationEntry(Into!, Text!, IsMachine, MadeBy!, WentTo!.Value, Receiver, LetPassagesGo);
        var outcome = await translations.SaveAsync(id, entry, Seen, User.StaffId(), cancel);
        switch (outcome.Result)
        {
            case TranslationResult.Done: return Redirect(Here());
            case TranslationResult.NotThere: return new KeptText("SetAside", StatusCodes.Status409Conflict);
            case TranslationResult.PassagesLost:
                Lost = [.. outcome.Lost.Select(passage => OneLine(passage))];
                ModelState.AddModelError(nameof(Text), words.Plural("Text.Passages", Lost.Count));
                return await ShowAsync(cancel);
            default:
                ModelState.AddModelError(nameof(Text), words["Text.Meanwhile"]);
                if (!await FindAsync(cancel)) return new KeptText("SetAside", StatusCodes.Status409Conflict);
                MeanWhatIsShown();
                Theirs = Filed.Translation;
                return Page();
        }
    }

    [Audited("working translation checked")]
    public Task<IActionResult> OnPostCheckAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        StepAsync(id, query, () => translations.CheckAsync(id, Seen, User.StaffId(), cancel), cancel);

    [Audited("check of a working translation taken back")]
    public Task<IActionResult> OnPostUncheckAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        StepAsync(id, query, () => translations.UncheckAsync(id, Seen, cancel), cancel);

    [Audited("working translation confirmed after a mask")]
    public Task<IActionResult> OnPostConfirmAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        StepAsync(id, query, () => translations.ConfirmAsync(id, Seen, cancel), cancel);

    [Audited("wording of a working translation taken back")]
    public Task<IActionResult> OnPostTakeBackAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        StepAsync(id, query, () => translations.TakeBackAsync(id, Seen, cancel), cancel);

    [Audited("working translation deleted")]
    public Task<IActionResult> OnPostDeleteAsync(Guid id, [FromQuery] InputQuery query, CancellationToken cancel) =>
        StepAsync(id, query, () => translations.DeleteAsync(id, Seen, cancel), cancel);

    private async Task<IActionResult> StepAsync(Guid id, InputQuery query, Func<Task<TranslationOutcome>> step, CancellationToken cancel)
    {
        if (!await OpenAsync(id, query, cancel)) return NotFound();
        if (Input.Text is null) return new NothingDone(Url.Content($"~/moderate/inputs/{id}") + query.With());
        var outcome = await step();
        if (outcome.Result is TranslationResult.Done) return Redirect(Here());
        if (outcome.Result is TranslationResult.NotThere) return new NothingDone(Here());
        Lost = [.. outcome.Lost.Select(passage => OneLine(passage))];
        ModelState.AddModelError("", outcome.Result is TranslationResult.PassagesLost ? words.Plural("Text.Passages", Lost.Count) : words["Step." + outcome.Result]);
        if (!await FindAsync(cancel)) return new NothingDone(Url.Content($"~/moderate/inputs/{id}") + query.With());
        FillWithWhatIsFiled();
        return Page();
    }

    /// <summary>This page of the same input.</summary>
    public string Here(params (string, string?)[] more) => Url.Content($"~/moderate/inputs/{Input.Id}/translation") + Query.With(more);

    // What was typed is shown again; it still means the wording for which it was typed.
    private async Task<IActionResult> ShowAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : new KeptText("SetAside", StatusCodes.Status409Conflict);

    // False when the input was set aside since it was opened.
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (await translations.FindAsync(Input.Id, cancel) is not { } filed) return false;
        Filed = filed;
        return true;
    }

    private void FillWithWhatIsFiled()
    {
        MeanWhatIsShown();
        if (Filed.Translation is { } filed)
            (Into, Text, IsMachine, MadeBy, WentTo, Receiver) = (filed.Language, filed.Text, filed.IsMachine, filed.MadeBy, filed.WentTo, filed.Receiver);
    }

    private void MeanWhatIsShown()
    {
        ModelState.Remove(nameof(Seen));
        Seen = Filed.Stamp;
    }

    private static string OneLine(string passage)
    {
        var line = passage.ReplaceLineEndings(" ");
        return CodePoints.Count(line) <= Told ? line : CodePoints.Slice(line, 0, Told).TrimEnd() + "…";
    }

    private bool NamesNobody => WentTo is null or TextJourney.Stayed;

    private static bool Says(string? text) => Wording.Cleaned(text) is { Length: > 0 };

    // That it is missing is said by a rule of its own.
    private static bool FitsALine(string? line) => !Says(line) || WorkingTranslations.IsLine(line);
}
