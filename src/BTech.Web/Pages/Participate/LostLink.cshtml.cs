using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Anybody gives an address; whoever is invited at it gets a new link by mail.</summary>
public sealed class LostLinkModel(AskedLetters asked, EntryForm form, VisitorAddress visitor, IStringLocalizer<Joining> words)
    : AskingPage(AskedFor.LostLink, asked, form, visitor, words);
