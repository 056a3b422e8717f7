using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Pages.Participate;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Account;

/// <summary>Staff who lost their password ask for a one-time link by mail.</summary>
public sealed class ForgotModel(AskedLetters asked, EntryForm form, VisitorAddress visitor, IStringLocalizer<Joining> words)
    : AskingPage(AskedFor.Password, asked, form, visitor, words);
