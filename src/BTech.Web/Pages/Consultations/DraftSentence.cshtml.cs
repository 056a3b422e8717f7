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
    ConsultationList consultations, DraftChecks checks, DraftAnswers answers, AnswerThrottle throttle, VisitorAddress visitor, EntryForm form, IStringLocalizer<Words.DraftCheck> words) : DraftPage(consultations, checks, form)
{
    /// <summary>The sentence.</summary>
    public NumberedSentence Sentence { get; private set; } = null!;

    /// <summary>Whether an answer was locked.</summary>
    public bool IsKept { get; private set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AnswerKind>().Select(kind => new Choice(kind.ToString(), words["Kind." + kind]));

    [BindProperty]
    public AnswerKind? Kind { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, code, number, cancel)) return NotFound();
        await AnybodyAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, code, number, cancel)) return NotFound();
        if (await AnybodyAsync()) return Page();
        if (!IsOurs(Form)) return Fault("", "Again", StatusCodes.Status400BadRequest);
        var address = visitor.Of(HttpContext);
        if (throttle.IsTired(address)) return Fault("", "Fault.Tired", StatusCodes.Status429TooManyRequests);
        var result = await answers.AnswerAsync(code, number, Kind, Why, cancel);
        switch (result)
        {
            case AnswerResult.Kept:
                throttle.Count(address);
                IsKept = true;
                return Page();
            case AnswerResult.NotThere:
                return NotFound();
            case AnswerResult.KindMissing:
                return Fault(nameof(Kind), "Fault." + result, StatusCodes.Status400BadRequest);
            case AnswerResult.WordsMissing or AnswerResult.WordsTooLong:
                return Fault(nameof(Why), "Fault." + result, StatusCodes.Status400BadRequest);
            case AnswerResult.TryAgain:
                return Fault("", "Fault." + result, StatusCodes.Status503ServiceUnavailable);
            default:
                return Fault("", "Fault." + result, StatusCodes.Status409Conflict);
        }
    }

    private async Task<bool> FindAsync(string slug, string code, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, code, cancel) || Sentences.FirstOrDefault(sentence => sentence.Number == number) is not { } found) return false;
        Sentence = found;
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
