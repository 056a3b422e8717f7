using System.Diagnostics.CodeAnalysis;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>A personal link. Looking explains and changes nothing, because mail scanners look at links; the button enters.</summary>
[IgnoreAntiforgeryToken] // EntryForm stands in for it: looking must set no cookie.
public sealed class LinkModel(Entrance entrance, EntryForm form, PassphraseThrottle throttle, IStringLocalizer<Words.Participate> words)
    : EntryPage(entrance, form, throttle, words)
{
    private readonly Entrance _entrance = entrance;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Invitation? Invitation { get; private set; }

    public CommentWindow? Window { get; private set; }

    public WindowState State { get; private set; }

    /// <summary>Whether the button was pressed too late or from elsewhere.</summary>
    public bool AsksAgain { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindsAsync(cancel)) return Page();
        return DoesNotWork();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindsAsync(cancel)) return DoesNotWork();
        if (!IsOurs)
        {
            AsksAgain = true;
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        if (!Invitation!.IsLive) return Page();
        return await EnterAsync(Invitation.Id, Window!, cancel) ?? Page();
    }

    [MemberNotNullWhen(true, nameof(Invitation), nameof(Window))]
    private bool IsFound => Invitation is not null && Window is not null;

    private async Task<bool> FindsAsync(CancellationToken cancel)
    {
        if (await _entrance.FindAsync(Code, cancel) is not { } found) return false;
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
