using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// What both entrances ask, by link and by typed code: a passphrase, chosen or entered on the same fields, so that the page does not say whether
/// there is one.
/// </summary>
public abstract class EntryPage(Entrance entrance, EntryForm form, PassphraseThrottle throttle, IStringLocalizer<Words.Participate> words) : PageModel
{
    private static readonly string[] Answers = ["No", "Yes", "Unsure"];

    /// <summary>The entry form's token.</summary>
    [BindProperty]
    public string? Form { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty]
    public string? PassphraseAgain { get; set; }

    /// <summary>Whether others could open the link: answered for oneself, never stored.</summary>
    [BindProperty]
    public string? Others { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public string Token => form.Token();

    /// <summary>Whether going on without the passphrase is offered: to the pages that are not locked with it.</summary>
    public bool OffersToGoOnWithout { get; private set; }

    public IEnumerable<Choice> OthersChoices => Answers.Select(answer => new Choice(answer, words[$"Pass.Others.{answer}"]));

    /// <summary>Whether the posted form is our own and not old.</summary>
    protected bool IsOurs => form.IsOurs(Request, Form);

    /// <summary>Lets somebody in; nothing, with the reason beside the field, when the passphrase does not open the box.</summary>
    protected async Task<IActionResult?> EnterAsync(Guid invitation, CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (Then == "without") return await SignInAsync(invitation, window, Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, BoxContent.MarkBytes)), "~/participate/you");
        if (Others is "Yes" or "Unsure" && string.IsNullOrWhiteSpace(Passphrase)) return Refuse(nameof(Passphrase), words["Pass.Needed", Record.Boxes.Passphrase.Shortest]);
        if (throttle.IsTired(invitation)) return Refuse(nameof(Passphrase), words["Pass.Tired"]);
        var unlocked = await entrance.UnlockAsync(invitation, window, Passphrase, PassphraseAgain, cancel);
        switch (unlocked.Status)
        {
            case UnlockStatus.Open:
                return await SignInAsync(invitation, window, unlocked.Mark, "~/participate");
            case UnlockStatus.NotTheSame:
                return Refuse(nameof(PassphraseAgain), words["Pass.NotTheSame"]);
            case UnlockStatus.WrongLength:
                return Refuse(nameof(Passphrase), words["Pass.WrongLength", Record.Boxes.Passphrase.Shortest, Record.Boxes.Passphrase.Longest]);
            case UnlockStatus.Busy:
                return Refuse(nameof(Passphrase), words["Kept.Busy.Title"]);
            case UnlockStatus.NotThere:
                return NotFound();
            default:
                if (unlocked.Status == UnlockStatus.Wrong) throttle.Miss(invitation);
                OffersToGoOnWithout = true;
                return Refuse(nameof(Passphrase), words[$"Pass.{unlocked.Status}"]);
        }
    }

    private PageResult? Refuse(string field, string reason)
    {
        ModelState.AddModelError(field, reason);
        return null;
    }

    private async Task<IActionResult> SignInAsync(Guid invitation, CommentWindow window, string mark, string to)
    {
        await HttpContext.SignInAsync(ParticipantEntry.Scheme, ParticipantEntry.Into(invitation, window.Id, mark).ToPrincipal());
        return Redirect(Url.Content(to));
    }
}
