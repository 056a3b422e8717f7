using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Participate;

/// <summary>Ends the entry and asks the browser to forget what it kept. Nothing is lost: the link lets one in again.</summary>

public sealed class LeaveModel : PageModel
{
    public IActionResult OnGet() => Redirect(Url.Content("~/participate"));

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(ParticipantEntry.Scheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect(Url.Content("~/participate/enter"));
    }
}
