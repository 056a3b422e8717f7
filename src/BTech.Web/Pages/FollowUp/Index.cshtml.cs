using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Web.Design;
using BTech.Web.Pages.Participate;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// For the holder of a follow-up code: are my words, unaltered, in the sealed record, and what became of them; whether a passage of them may be quoted, where the team asks; withdraw them; burn the code. Never together with a
/// session of any kind; no cookie is set; what is asked for stands in no address; and a code that belongs to nothing is answered like any other.
/// </summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: the author must be able to come without any cookie.
public sealed class IndexModel(
    Outcomes outcomes, Requests requests, FollowUpThrottle throttle, VisitorAddress visitor, EntryForm form, IStringLocalizer<Words.FollowUp> words) : SessionlessPage(form)
{
    /// <summary>Value of <see cref="Then"/> that asks to withdraw what was sent.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Value of <see cref="Then"/> that asks to burn the code.</summary>
    public const string Burn = "burn";

    /// <summary>Value of <see cref="Then"/> that answers yes to the team's question about a quotation.</summary>
    public const string Allow = "allow";

    /// <summary>Value of <see cref="Then"/> that answers no.</summary>
    public const string Refuse = "refuse";

    private readonly InlineValidator<IndexModel> _validator = new()
    {
        page => page.RuleFor(p => p.Code).Must(code => FollowUpCode.TryParse(code, out _)).WithMessage(_ => words["FollowUp.CodeWrong"]),
        page => page.RuleFor(p => p.Text).NotEmpty().WithMessage(_ => words["FollowUp.TextMissing"])
            .MaximumLength(5 * PieceText.MaxLength).WithMessage(_ => words["FollowUp.TextTooLong"]).When(p => p.Asked is FollowUpRequest.None || IsAnswer(p.Asked)),
    };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    /// <summary>Which button was pressed; nothing for the check.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>Whether this is the second step, which does what the first one explained.</summary>
    [BindProperty]
    public string? Sure { get; set; }

    /// <summary>The question that is answered.</summary>
    [BindProperty]
    public Guid Question { get; set; }

    /// <summary>The question that the page puts; a random id where it puts none, because every answer is alike to whoever watches the line.</summary>
    public Guid QuestionId => Outcome?.Question?.Id ?? Guid.NewGuid();

    /// <summary>Whether an answer to a question was taken.</summary>
    public bool IsAnswerToQuestion => IsAnswer(Wanted);

    /// <summary>Whether the page answers a check.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>What became of the text; nothing where the record does not hold it.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>What the page explains and asks to be confirmed, or has taken.</summary>
    public FollowUpRequest Wanted { get; private set; }

    /// <summary>Whether the request was taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>The day on which it takes effect.</summary>
    public DateTimeOffset TakesEffect => new(requests.TakesEffect, TimeOnly.MinValue, TimeSpan.Zero);

    public string Title => (Wanted, IsTaken) switch
    {
        (FollowUpRequest.Withdraw, false) => "FollowUp.Withdraw.Title",
        (FollowUpRequest.Burn, false) => "FollowUp.Burn.Title",
        _ => "FollowUp.Title",
    };

    private FollowUpRequest Asked => Then switch
    {
        Withdraw => FollowUpRequest.Withdraw,
        Burn => FollowUpRequest.Burn,
        Allow => FollowUpRequest.AllowQuotation,
        Refuse => FollowUpRequest.RefuseQuotation,
        _ => FollowUpRequest.None,
    };

    private static bool IsAnswer(FollowUpRequest request) => request is FollowUpRequest.AllowQuotation or FollowUpRequest.RefuseQuotation;

    public Task OnGetAsync() => AnybodyAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await AnybodyAsync()) return Page();
        if (throttle.IsTired(visitor.Of(HttpContext))) return NotNow("FollowUp.Tired", StatusCodes.Status429TooManyRequests);

        if (!IsOurs(Form)) ModelState.AddModelError(string.Empty, words["FollowUp.Again"]);
        if (!this.Validates(_validator) || !FollowUpCode.TryParse(Code, out var code)) return Page();
        if (IsAnswer(Asked)) return await AnswerAsync(code, cancel);
        Wanted = Asked;
        return Wanted is FollowUpRequest.None ? await CheckAsync(code, cancel) : await AskAsync(code, cancel);
    }

    /// <summary>Ends whatever session this browser has here.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (IsOurs(Form)) await LeaveAsync();
        return Redirect(Url.Content("~/follow-up"));
    }

    private async Task<IActionResult> CheckAsync(FollowUpCode code, CancellationToken cancel)
    {
        Outcome = await outcomes.FindAsync(code, Text!, cancel);
        IsAnswered = true;
        if (Outcome is null) throttle.Count(visitor.Of(HttpContext));
        return Page();
    }

    // The first step looks nothing up. The second counts as a try whatever the code: to count misses alone would tell them from hits.
    private async Task<IActionResult> AskAsync(FollowUpCode code, CancellationToken cancel)
    {
        if (Sure is null) return Page();
        throttle.Count(visitor.Of(HttpContext));
        IsTaken = await requests.AskAsync(code, Wanted, cancel);
        return IsTaken ? Page() : NotNow("FollowUp.Busy", StatusCodes.Status503ServiceUnavailable);
    }

    // In one step, because the question itself says what an answer means. It counts as a try like every request.
    private async Task<IActionResult> AnswerAsync(FollowUpCode code, CancellationToken cancel)
    {
        throttle.Count(visitor.Of(HttpContext));
        if (!await requests.AnswerAsync(code, Text!, Question, Asked is FollowUpRequest.AllowQuotation, cancel)) return NotNow("FollowUp.Busy", StatusCodes.Status503ServiceUnavailable);
        (Wanted, IsTaken) = (Asked, true);
        return Page();
    }

    private PageResult NotNow(string why, int status)
    {
        ModelState.AddModelError(string.Empty, words[why]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
