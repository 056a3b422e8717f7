using System.Diagnostics.CodeAnalysis;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Participate;

/// <summary>A personal link. Looking explains and changes nothing, because mail scanners look at links; the button enters.</summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public sealed class LinkModel(Entrance entrance, EntryForm form) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The entry form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public Invitation? Invitation { get; private set; }

    public CommentWindow? Window { get; private set; }

    public WindowState State { get; private set; }

    /// <summary>Whether the button was pressed too late or from elsewhere.</summary>
    public bool AsksAgain { get; private set; }

    public string Token => form.Token();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindsAsync(cancel)) return Page();
        return DoesNotWork();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindsAsync(cancel)) return DoesNotWork();
        if (!form.IsOurs(Request, Form))
        {
            AsksAgain = true;
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        if (!Invitation!.IsLive) return Page();
        await HttpContext.SignInAsync(ParticipantEntry.Scheme, ParticipantEntry.Into(Invitation.Id, Window!.Id).ToPrincipal());
        return Redirect(Url.Content("~/participate"));
    }

    [MemberNotNullWhen(true, nameof(Invitation), nameof(Window))]
    private bool IsFound => Invitation is not null && Window is not null;

    private async Task<bool> FindsAsync(CancellationToken cancel)
    {
        if (await entrance.FindAsync(Code, cancel) is not { } found) return false;
        (Invitation, Window, State) = found;
        return IsFound;
    }

    private PageResult DoesNotWork()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
