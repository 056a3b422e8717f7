using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Mail;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Mail;

/// <summary>Tells the owner of offers that a next step is due: a number and a link, and nobody's name.</summary>
public sealed class OfferLetters(SiteSettings site, IStringLocalizer<Words.Mail> words)
{
    /// <summary>The letter to an owner with so many offers due.</summary>
    public Letter Write(CommentWindow window, Language language, string address, int offers)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(language);
        using (Speaking.In(language))
        {
            var title = window.FullTitleIn(language);
            var subject = words["Offers.Subject", title].Value;
            var page = site.AddressOf(language, "admin/offers?Show=Mine").ToString();
            var body = LetterBody.Of(language, subject, [words.Plural("Offers.Due", offers, title)], new LetterLink(words["Offers.LinkLabel"], page, words["Offers.Button"]), [words["Offers.NoNames"]]);
            return new Letter(address, address, language.Code, subject, body.Text, body.Html);
        }
    }
}
