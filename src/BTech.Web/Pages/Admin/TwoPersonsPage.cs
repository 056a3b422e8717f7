using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>An act on one window that needs two persons: both type their passwords on one form; neither alone is enough.</summary>
public abstract class TwoPersonsPage(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : WindowPage(windows, assignments, clock)
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? SecondEmail { get; set; }

    [BindProperty]
    public string? SecondPassword { get; set; }

    [BindProperty]
    public string? SecondCode { get; set; }

    protected IStringLocalizer<Words.Admin> Words { get; } = words;

    /// <summary>Both signatures; nothing, with the reason beside the field, when one does not count.</summary>
    protected async Task<(StaffId First, StaffId Second)?> SignedAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), Words["Two.PasswordMissing"]);
        if (string.IsNullOrWhiteSpace(SecondEmail)) ModelState.AddModelError(nameof(SecondEmail), Words["Two.SecondEmailMissing"]);
        if (string.IsNullOrEmpty(SecondPassword)) ModelState.AddModelError(nameof(SecondPassword), Words["Two.SecondPasswordMissing"]);
        if (!ModelState.IsValid) return null;
        var me = User.StaffId();
        var first = await secondPerson.ConfirmFirstAsync(me, Password, Code, Window.Id, cancel);
        if (first.Verdict != SecondPersonVerdict.Confirmed)
        {
            ModelState.AddModelError(first.Verdict == SecondPersonVerdict.CodeNeeded ? nameof(Code) : nameof(Password), Words[$"Two.First.{first.Verdict}"]);
            return null;
        }
        var second = await secondPerson.ConfirmAsync(me, SecondEmail, SecondPassword, SecondCode, Window.Id, cancel);
        if (second.Verdict == SecondPersonVerdict.Confirmed) return (me, second.Staff);
        ModelState.AddModelError(second.Verdict == SecondPersonVerdict.CodeNeeded ? nameof(SecondCode) : nameof(SecondEmail), Words[$"Two.Second.{second.Verdict}"]);
        return null;
    }
}
