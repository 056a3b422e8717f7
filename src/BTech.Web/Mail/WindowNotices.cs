using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>
/// Writes what everybody of a window is told, in six languages, into the agenda: to all alike, whether they have written or not. The mail job
/// takes it from there.
/// </summary>
public sealed class WindowNotices(Announcements announcements, IStringLocalizer<Words.Mail> words, LocalTime local, TimeProvider time)
{
    /// <summary>Adds the notice, once for each closing of the window however often it is asked for.</summary>
    public Task AddAsync(CommentWindow window, WindowNotice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        return announcements.AddAsync(Preview(window, notice), cancel);
    }

    /// <summary>The notice as it would be told now.</summary>
    public Announcement Preview(CommentWindow window, WindowNotice notice)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new Announcement
        {
            Id = IdOf(window, notice),
            WindowId = window.Id,
            Subject = InSix(language => words["Notice.Subject", window.FullTitleIn(language)]),
            Text = InSix(language => string.Join("\n\n", window.FullTitleIn(language), words[$"Notice.{notice}", local.Write(window.ClosesAt, window.Zone)], words["Notice.Everybody"], words["Invitation.Contact", window.Consultation.Contact])),
            DueAt = time.GetUtcNow(),
        };
    }

    private static LocalizedText InSix(Func<Language, string> write) => new(Language.All.Select(language =>
    {
        using (Speaking.In(language)) return KeyValuePair.Create(language.Code, write(language));
    }));

    // The same closing told twice is one notice; a window that closes a second time is told again.
    private static Guid IdOf(CommentWindow window, WindowNotice notice)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{window.Id}/{notice}/{window.ClosesAt.UtcTicks}")));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
