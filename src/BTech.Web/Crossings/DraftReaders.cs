using System.Security.Cryptography;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Record.DraftChecks;
using BTech.Web.Mail;

namespace BTech.Web.Crossings;

/// <summary>
/// Record → People: that a draft can be read, with the one code that everybody gets and the last day. Nothing comes back but whether there is anybody to ask: who reads or answers shows a code that all
/// have. Each letter is the same for everybody invited, whether they wrote or not.
/// </summary>
public sealed class DraftReaders(DraftChecks checks, CommentWindows windows, InvitationList invitations, DraftLetters letters)
{
    /// <summary>Whether anybody invited to a window holds a working link, so that there is somebody to ask. Yes or no is all that is told of them.</summary>
    public Task<bool> AnyAsync(Guid windowId, CancellationToken cancel) => invitations.HoldsLiveAsync(windowId, cancel);

    /// <summary>Puts the letters of the checks that run into the outbox, once each however often it is asked.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        foreach (var (check, windowId) in await checks.RunningAsync(cancel))
        {
            if (await windows.FindAsync(windowId, cancel) is not { } window) continue;
            await invitations.TellEverybodyAsync(MailingOf(check.ReportId), windowId, person => letters.Write(window, person, check.Code!, check.OutOn!.Value), cancel);
        }
    }

    // An id of its own: no value stands on both sides by itself. It would tell nothing but that everybody of the round was written to.
    private static Guid MailingOf(Guid report)
    {
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, report.ToByteArray(bigEndian: true), 16, info: "btc/v1/draft-mailing"u8.ToArray());
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x40), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
