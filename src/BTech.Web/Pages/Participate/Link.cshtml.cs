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

    /// <summary>Whether an administrator looks at the page of a made-up link, as it is once the window is open.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Whether the page explains only, because there is no box yet.</summary>
    public bool IsNotYet => !IsPreview && Invitation is not null && Window is not null && (!Invitation.IsLive || !Window.IsOpened);

    /// <summary>Shows the page of a link that nobody has.</summary>
    internal void Preview(Visit visit)
    {
        (IsPreview, Window, State) = (true, visit.Window, visit.State);
        Invitation = new Invitation
        {
            Id = visit.Entry.InvitationId, WindowId = visit.Window.Id, ParticipantId = visit.ParticipantId,
            Kind = visit.IsForOrganisation ? InvitationKind.Organisation : InvitationKind.Personal,
        };
    }

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
