using System.Security.Claims;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// That somebody came in through an invitation. The entry id is random and new each time, so that neither the cookie's principal nor
/// an antiforgery token made for it carries the person from one visit to the next.
/// </summary>
/// <param name="InvitationId">The invitation that was followed.</param>
/// <param name="WindowId">Its comment window.</param>
/// <param name="EntryId">Random; lives as long as the cookie.</param>
/// <param name="Mark">Which passphrase was given; empty for none.</param>
public sealed record ParticipantEntry(Guid InvitationId, Guid WindowId, string EntryId, string Mark)
{
    /// <summary>A fresh entry.</summary>
    public static ParticipantEntry Into(Guid invitationId, Guid windowId, string mark) => new(invitationId, windowId, Guid.NewGuid().ToString("N"), mark);

    public const string Scheme = "Participant";

    private const string InvitationClaim = "invitation";
    private const string WindowClaim = "window";
    private const string MarkClaim = "mark";

    /// <summary>The entry that a request's cookie carries; nothing for everybody else, staff included.</summary>
    public static ParticipantEntry? Of(ClaimsPrincipal? user)
    {
        if (user?.Identities.FirstOrDefault(identity => identity.IsAuthenticated && identity.AuthenticationType == Scheme) is not { } identity) return null;
        return identity.FindFirst(ClaimTypes.NameIdentifier)?.Value is { Length: > 0 } entryId
            && Guid.TryParse(identity.FindFirst(InvitationClaim)?.Value, out var invitation)
            && Guid.TryParse(identity.FindFirst(WindowClaim)?.Value, out var window)
                ? new ParticipantEntry(invitation, window, entryId, identity.FindFirst(MarkClaim)?.Value ?? string.Empty)
                : null;
    }

    /// <summary>What the cookie will carry.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, EntryId),
            new Claim(InvitationClaim, InvitationId.ToString("D")),
            new Claim(WindowClaim, WindowId.ToString("D")),
            new Claim(MarkClaim, Mark),
        ], Scheme));
}
