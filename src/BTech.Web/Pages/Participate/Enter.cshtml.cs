using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>For those who hold a printed code: type it here. The code and a personal link's last part are the same thing.</summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public sealed class EnterModel(Entrance entrance, EntryForm form, IStringLocalizer<Words.Participate> words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The entry form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public string Token => form.Token();

    /// <summary>Whether a code was typed that does not work.</summary>
    public bool DoesNotWork { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!form.IsOurs(Request, Form)) return Refuse("Enter.Again");
        if (string.IsNullOrWhiteSpace(Code)) return Refuse("Enter.CodeMissing");
        if (await entrance.FindAsync(Code, cancel) is not { Invitation.IsLive: true } found)
        {
            DoesNotWork = true;
            var page = Page();
            page.StatusCode = StatusCodes.Status404NotFound;
            return page;
        }

        await HttpContext.SignInAsync(ParticipantEntry.Scheme, ParticipantEntry.Into(found.Invitation.Id, found.Window.Id).ToPrincipal());
        return Redirect(Url.Content("~/participate"));
    }

    private PageResult Refuse(string reason)
    {
        ModelState.AddModelError(nameof(Code), words[reason]);
        return Page();
    }
}
