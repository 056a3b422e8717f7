using BTech.Agenda.Consultations;
using BTech.Record.DraftChecks;
using BTech.Web.Design;
using BTech.Web.Pages.Participate;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Consultations;

/// <summary>An answer to one sentence of a draft. It is locked at once, and nobody can take it back.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // EntryForm stands in for it: whoever answers must be able to come without any cookie.
public sealed class DraftSentenceModel(
    ConsultationList consultations, DraftChecks checks, DraftAnswers answers, EntryForm form, IStringLocalizer<Words.DraftCheck> words) : DraftPage(consultations, checks, form)
{
    /// <summary>Its number.</summary>
    public int Number { get; private set; }

    /// <summary>The sentence; nothing while the draft cannot be read.</summary>
    public NumberedSentence? Sentence { get; private set; }

    /// <summary>Whether an answer was locked.</summary>
    public bool IsKept { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AnswerKind>().Select(kind => new Choice(kind.ToString(), words["Kind." + kind]));

    [BindProperty]
    public AnswerKind? Kind { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Id of the page: an answer that is sent from it twice is kept once.</summary>
    [BindProperty]
    public Guid? Leaf { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, int number, bool kept, CancellationToken cancel)
    {
        if (!await FindAsync(slug, code, number, cancel)) return NotFound();
        Leaf = Guid.NewGuid();
        IsKept = !await AnybodyAsync() && kept;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, code, number, cancel)) return NotFound();
        // Somebody signed in since: the page says so, and keeps the words.
        if (await AnybodyAsync()) return Page();
        if (!IsOurs(Form)) return Fault("", "Again", StatusCodes.Status400BadRequest);
        var result = await answers.AnswerAsync(code, number, Kind, Why, Leaf ?? Guid.NewGuid(), cancel);
        return result switch
        {
            AnswerResult.Kept => Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Address}/{number}?kept=true")),
            AnswerResult.KindMissing => Fault(nameof(Kind), "Fault." + result, StatusCodes.Status400BadRequest),
            AnswerResult.WordsMissing or AnswerResult.WordsTooLong => Fault(nameof(Why), "Fault." + result, StatusCodes.Status400BadRequest),
            AnswerResult.TryAgain => Fault("", "Fault." + result, StatusCodes.Status503ServiceUnavailable),
            AnswerResult.NotThere => Fault("", "Fault.NotNow", StatusCodes.Status409Conflict),
            _ => Fault("", "Fault." + result, StatusCodes.Status409Conflict),
        };
    }

    /// <summary>Ends whatever session this browser has here, and shows the form with its words.</summary>
    public async Task<IActionResult> OnPostStayAsync(string slug, string code, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, code, number, cancel)) return NotFound();
        if (IsOurs(Form)) await LeaveAsync();
        return Page();
    }

    private async Task<bool> FindAsync(string slug, string code, int number, CancellationToken cancel)
    {
        // The number is looked up as the check began with it: a late answer gets its words back, whatever became of the sentence.
        if (!await OpenAsync(slug, code, cancel) || !await Checks.HadSentenceAsync(Draft.Report.Id, number, cancel)) return false;
        (Number, Sentence) = (number, Sentences.FirstOrDefault(sentence => sentence.Number == number));
        return true;
    }

    private PageResult Fault(string field, string why, int status)
    {
        ModelState.AddModelError(field, words[why, Consultation.Contact]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
