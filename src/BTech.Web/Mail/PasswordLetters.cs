using BTech.Languages;
using BTech.People.Mail;
using BTech.Team.Accounts;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Writes one-time links for passwords to staff. No letter goes to an address that has no open account.</summary>
public sealed class PasswordLetters(PasswordLinks links, Outbox outbox, SiteSettings site, IStringLocalizer<Words.Mail> words, LocalTime time, TimeProvider clock)
{
    /// <summary>Queues a link for a new password, where there is an open account with this address.</summary>
    public async Task QueueResetAsync(string email, Language language, CancellationToken cancel)
    {
        if (await links.AskAsync(email, cancel) is { } made) await outbox.AddAsync(null, [Write(made.Member, made.Secret, made.ExpiresAt, language)], cancel);
    }

    /// <summary>Queues the link that an administrator made for somebody new.</summary>
    public Task QueueNewAsync(StaffMember member, string secret, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(member);
        return outbox.AddAsync(null, [Write(member, secret, clock.GetUtcNow() + PasswordLinks.ForNewcomers, language)], cancel);
    }

    /// <summary>The letter as it would go out, with a link that opens nothing.</summary>
    public Letter Preview(Language language, bool isNew) =>
        Write(new StaffMember(default, "…", IsActive: true, HasPassword: !isNew, HasAuthenticator: false, HasPasskey: false), "…", clock.GetUtcNow() + (isNew ? PasswordLinks.ForNewcomers : PasswordLinks.ForMailedResets), language);

    private Letter Write(StaffMember member, string secret, DateTimeOffset expires, Language language)
    {
        using (Speaking.In(language))
        {
            var (subject, until) = (words[member.HasPassword ? "Password.ResetSubject" : "Password.NewSubject"].Value, time.Write(expires, "UTC"));
            var address = site.AddressOf(language, $"account/set-password/{secret}").ToString();
            IReadOnlyList<string> after = member.HasPassword ? [words["Password.NotYou"]] : [];
            var body = LetterBody.Of(language, subject, [words["Letter.Greeting"], words[member.HasPassword ? "Password.Reset" : "Password.New", until]],
                new LetterLink(words["Password.Link"], address, words["Password.Button"]), after);
            return new Letter(member.Email, member.Email, language.Code, subject, body.Text, body.Html) { UselessFrom = expires };
        }
    }
}
