using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Web.Design;
using BTech.Web.Pages.Participate;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.FollowUp;

/// <summary>
/// For the holder of a follow-up code: are my words, unaltered, in the sealed record? Never together with a session of any kind; no cookie
/// is set, and an unknown code and another text are answered alike.
/// </summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: the author must be able to come without any cookie.
public sealed class IndexModel(Inclusion inclusion, FollowUpThrottle throttle, VisitorAddress visitor, EntryForm form, IStringLocalizer<Words.FollowUp> words) : PageModel
{
    private readonly InlineValidator<IndexModel> _validator = new()
    {
        page => page.RuleFor(p => p.Code).Must(code => FollowUpCode.TryParse(code, out _)).WithMessage(_ => words["FollowUp.CodeWrong"]),
        page => page.RuleFor(p => p.Text).NotEmpty().WithMessage(_ => words["FollowUp.TextMissing"])
            .MaximumLength(5 * PieceText.MaxLength).WithMessage(_ => words["FollowUp.TextTooLong"]),
    };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public string Token => form.Token();

    /// <summary>Whether somebody is signed in here, who must leave first.</summary>
    public bool IsSignedIn { get; private set; }

    /// <summary>The answer, once asked.</summary>
    public bool? Holds { get; private set; }

    public async Task OnGetAsync() => IsSignedIn = await AnybodyAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await AnybodyAsync())
        {
            IsSignedIn = true;
            return Page();
        }

        if (throttle.IsTired(visitor.Of(HttpContext)))
        {
            ModelState.AddModelError(string.Empty, words["FollowUp.Tired"]);
            var tired = Page();
            tired.StatusCode = StatusCodes.Status429TooManyRequests;
            return tired;
        }

        if (!form.IsOurs(Request, Form)) ModelState.AddModelError(string.Empty, words["FollowUp.Again"]);
        if (!this.Validates(_validator) || !FollowUpCode.TryParse(Code, out var code)) return Page();
        Holds = await inclusion.HoldsAsync(code, Text!, cancel);
        if (Holds is false) throttle.Miss(visitor.Of(HttpContext));
        return Page();
    }

    /// <summary>Ends whatever session this browser has here.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (!form.IsOurs(Request, Form)) return Redirect(Url.Content("~/follow-up"));
        await HttpContext.SignOutAsync(ParticipantEntry.Scheme);
        await HttpContext.SignOutAsync(StaffPolicies.Scheme);
        return Redirect(Url.Content("~/follow-up"));
    }

    private async Task<bool> AnybodyAsync() =>
        (await HttpContext.AuthenticateAsync(ParticipantEntry.Scheme)).Succeeded || (await HttpContext.AuthenticateAsync(StaffPolicies.Scheme)).Succeeded;
}
