using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Mail;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Mail;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Every mail of one round in every language, as text and as HTML; a test mail to oneself; how the mail server does.</summary>
public sealed class MailsModel(
    CommentWindows windows, Assignments assignments, SpecimenLetters specimens, Outbox outbox, MailServer server, MailSettings mail, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Mails> words)
    : WindowPage(windows, assignments, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<MailKind>().Select(kind => new Choice(kind.ToString(), words[$"Kind.{kind}"]))];

    public IReadOnlyList<Choice> Tongues => [.. LocalizedForm.InOrder.Select(language => new Choice(language.Code, language.NativeName))];

    /// <summary>The mail that is shown.</summary>
    public MailKind Chosen => Enum.TryParse<MailKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : MailKind.InvitationPersonal;

    /// <summary>The language in which it is shown.</summary>
    public Language Spoken => Language.Find(In ?? "") ?? Words.CurrentLanguage.Of(HttpContext);

    public Letter Letter => specimens.Of(Chosen, Window, Spoken);

    public MailServerTrouble? Trouble => server.Trouble;

    /// <summary>Where letters go; nothing where they are written to files.</summary>
    public string? Host => mail.Host;

    public int Waiting { get; private set; }

    /// <summary>Whom a test mail went to.</summary>
    public string? SentTo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || User.Identity?.Name is not { Length: > 0 } address) return NotFound();
        await outbox.AddAsync(Window.Id, [specimens.Test(Chosen, Window, Spoken, address)], cancel);
        await audit.AddAsync(User.StaffId(), "test mail queued", Name.ToString(), cancel);
        await ReadAsync(cancel);
        SentTo = address;
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        (Kind, In) = (Chosen.ToString(), Spoken.Code);
        ModelState.Clear();
        Waiting = await outbox.WaitingAsync(cancel);
        return true;
    }
}
