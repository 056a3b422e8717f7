using System.Globalization;
using System.Net;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Jobs;

/// <summary>
/// Puts what everybody of a window is told into the outbox: one letter to each person invited, the same to all, in the person's language. Cut off
/// before the notice was marked it asks again, and nothing happens.
/// </summary>
public sealed class AnnouncementJob(Announcements announcements, InvitationList invitations, IStringLocalizer<Words.Mail> words, TimeProvider time) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task RunDueAsync(CancellationToken cancel)
    {
        foreach (var notice in await announcements.DueAsync(time.GetUtcNow(), cancel))
        {
            await invitations.TellEverybodyAsync(notice.Id, notice.WindowId, person => Write(notice, person), cancel);
            await announcements.MarkTakenAsync(notice.Id, cancel);
        }
    }

    private Letter Write(Announcement notice, InvitedPerson person)
    {
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var (text, spoken) = notice.Text.In(language);
            var whole = $"{words["Invitation.Greeting", person.Name]}\n\n{text}\n";
            return new Letter(person.Email, person.Name, language.Code, notice.Subject.In(language).Text, whole, Html(spoken, whole));
        }
    }

    private static string Html(Language language, string text) => string.Create(CultureInfo.InvariantCulture,
        $"<!DOCTYPE html>\n<html lang=\"{language.Code}\" dir=\"{language.Direction}\"><head><meta charset=\"utf-8\"></head><body>\n{string.Concat(text.Trim().Split("\n\n").Select(paragraph => $"<p dir=\"auto\">{WebUtility.HtmlEncode(paragraph)}</p>\n"))}</body></html>\n");
}
