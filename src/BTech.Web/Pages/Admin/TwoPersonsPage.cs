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
    : WindowPage(windows, assignments, clock), ISignedByTwo
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

    public string SecondHint => Words["Two.SecondHint"];

    public string SecondWrongRole => Words["Two.Second.WrongRole"];

    /// <summary>Both signatures; nothing, with the reason beside the field, when one does not count.</summary>
    protected Task<(StaffId First, StaffId Second)?> SignedAsync(CancellationToken cancel)
    {
        var me = User.StaffId();
        return TwoSignatures.ReadAsync(
            this, me, () => secondPerson.ConfirmFirstAsync(me, Password, Code, Window.Id, cancel),
            () => secondPerson.ConfirmAsync(me, SecondEmail, SecondPassword, SecondCode, Window.Id, cancel), ModelState, Words);
    }
}
