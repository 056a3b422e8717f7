using BTech.Team.Accounts;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Pages.Participate;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages;

/// <summary>
/// A page on which somebody gives a mail address and asks for a letter. The answer is the same for every address, and so is the work: it is put down
/// in memory, and a job does the rest. No cookie is set.
/// </summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public abstract class AskingPage(AskedFor asks, AskedLetters asked, EntryForm form, VisitorAddress visitor, IStringLocalizer<Joining> words) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public string Token => form.Token();

    /// <summary>Whether it was asked.</summary>
    public bool IsDone { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        var email = Email?.Trim() ?? "";
        if (!form.IsOurs(Request, Form)) return Refuse("Again", StatusCodes.Status400BadRequest);
        if (!EmailAddress.IsAddress(email)) return Refuse("Lost.EmailWrong", StatusCodes.Status400BadRequest);
        if (asked.IsTired(visitor.Of(HttpContext))) return Refuse("Tired", StatusCodes.Status429TooManyRequests);
        asked.Add(new Asked(asks, email, CurrentLanguage.Of(HttpContext)));
        IsDone = true;
        return Page();
    }

    private PageResult Refuse(string reason, int status)
    {
        ModelState.AddModelError(nameof(Email), words[reason]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
