using System.Security.Cryptography;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record;
using BTech.Web.Pages.Participate;

namespace BTech.Web.Crossings;

/// <summary>
/// Door from People to Record: turns one participant in one window into a keyed tag and a group label, for one request.
/// The key never leaves the key ring, and the tag is never stored beside the id it came from.
/// </summary>
public sealed class AuthorTags(InvitationList invitations, KeyRing keys)
{
    /// <summary>The author behind an entry; nothing when the invitation was revoked, has no box yet, or belongs to another window.</summary>
    public async Task<Author?> ForAsync(ParticipantEntry entry, CommentWindow window, CancellationToken cancel)
    {
        if (entry.WindowId != window.Id) return null;
        return await invitations.StandingAsync(entry.InvitationId, cancel) is { } standing ? For(standing, window.Id) : null;
    }

    /// <summary>The same, where the page has asked for the standing already.</summary>
    public Author? For(EntryStanding standing, Guid windowId)
    {
        if (standing.IsRevoked || !standing.IsLive || standing.WindowId != windowId) return null;
        var key = keys.TagKey(windowId);
        try
        {
            return new Author(windowId, AuthorTag.Of(key, windowId, standing.InvitationId), standing.GroupLabel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
