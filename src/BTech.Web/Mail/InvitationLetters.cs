using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>
/// Writes the invitations: who asks, what for, until when, the link, the Rule in a sentence, whom to reach in danger. One per person, in the
/// person's language, each with a link of its own, queued in random order.
/// </summary>
public sealed class InvitationLetters(InvitationList invitations, IStringLocalizer<Words.Mail> words, LocalTime time, SiteSettings site, Census census, TimeProvider clock)
{
    /// <summary>
    /// <em>Send now</em>: everybody invited who has had no link yet gets a letter. Those invited into the open window since the last mix get their
    /// boxes first, in one batch; while another mix is running they wait for the next time.
    /// </summary>
    /// <returns>How many letters were queued.</returns>
    public async Task<int> SendAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        await GiveBoxesAsync(window, cancel);
        var waiting = (await invitations.ForWindowAsync(window.Id, cancel)).Where(person => !person.HasLink).Select(person => person.InvitationId).ToList();
        return await QueueAsync(window, waiting, cancel);
    }

    /// <summary>Makes boxes for those invited into the open window since the last mix.</summary>
    public async Task GiveBoxesAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.StateAt(clock.GetUtcNow()) is not (WindowState.Open or WindowState.Scheduled) || !window.IsOpened) return;
        if (await census.HasPreparedAsync([window], cancel)) await census.MixAsync([window], cancel);
    }

    /// <summary>Queues a letter to each of these people; those without a box yet, or revoked, are left out.</summary>
    /// <returns>How many letters were queued.</returns>
    public Task<int> QueueAsync(CommentWindow window, IReadOnlyCollection<Guid> invitationIds, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        // Sample people have nobody who could read a letter, and no link is to be made for nothing.
        if (window.IsRehearsal) return Task.FromResult(0);
        return invitations.MailAsync(window.Id, invitationIds, (person, code) => Write(window, person, code), cancel);
    }

    /// <summary>The link that opens an invitation, in a person's language.</summary>
    public Uri LinkOf(string code, string languageCode) =>
        site.AddressOf(Language.Find(languageCode) ?? Language.English, $"participate/{code}");

    /// <summary>Where a code is typed, in a language.</summary>
    public Uri TypedAt(Language language) => site.AddressOf(language, "participate/enter");

    /// <summary>The letter as it would go out to somebody, with a link that opens nothing.</summary>
    public Letter Preview(CommentWindow window, Language language, InvitationKind kind)
    {
        ArgumentNullException.ThrowIfNull(language);
        var person = SpecimenLetters.Somebody(language, kind);
        return Write(window, person, new string('0', InvitationCode.Characters));
    }

    /// <summary>What is printed for somebody who should not get a link by mail.</summary>
    public InvitationCard Card(CommentWindow window, InvitedPerson person, string code)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(person);
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language))
        {
            var consultation = window.Consultation;
            return new InvitationCard(
                language,
                window.FullTitleIn(language),
                [words["Invitation.Until", time.Write(window.ClosesAt, window.Zone)], words["Card.Code", TypedAt(language).ToString()]],
                InvitationCode.Grouped(code),
                [words["Card.Keep"], words["Invitation.Rule"], words["Invitation.Urgent", consultation.UrgentContact.In(language).Text], words["Invitation.Contact", consultation.Contact]]);
        }
    }

    private Letter Write(CommentWindow window, InvitedPerson person, string code)
    {
        var language = Language.Find(person.Language) ?? Language.English;
        using (Speaking.In(language)) return Write(window, person, code, language);
    }

    private Letter Write(CommentWindow window, InvitedPerson person, string code, Language language)
    {
        var consultation = window.Consultation;
        var title = window.FullTitleIn(language);
        var isPersonal = person.Kind == InvitationKind.Personal;
        var closes = time.Write(window.ClosesAt, window.Zone);
        var link = LinkOf(code, language.Code).ToString();
        string[] before =
        [
            words["Invitation.Greeting", person.Name],
            words[isPersonal ? "Invitation.Personal" : "Invitation.Organisation", consultation.Host.In(language).Text, title, person.Organisation ?? person.Name],
            consultation.Purpose.In(language).Text,
            window.OpensAt > clock.GetUtcNow() ? words["Invitation.From", time.Write(window.OpensAt, window.Zone), closes] : words["Invitation.Until", closes],
        ];
        string[] after =
        [
            words["Invitation.Keep"],
            words["Invitation.Code", TypedAt(language).ToString(), InvitationCode.Grouped(code)],
            words["Invitation.Rule"],
            words["Invitation.Listing"],
            words["Invitation.Urgent", consultation.UrgentContact.In(language).Text],
            words["Invitation.Contact", consultation.Contact],
        ];
        var subject = words["Invitation.Subject", title].Value;
        var body = LetterBody.Of(language, subject, before, new LetterLink(words[isPersonal ? "Invitation.LinkPersonal" : "Invitation.LinkOrganisation"], link, words["Invitation.Button"]), after);
        // Somebody who did not get it while writing goes on needs it no more.
        return new Letter(person.Email, person.Name, language.Code, subject, body.Text, body.Html) { InvitationId = person.InvitationId, UselessFrom = window.ClosesAt };
    }
}
