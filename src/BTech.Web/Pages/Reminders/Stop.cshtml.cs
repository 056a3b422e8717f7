using BTech.People.Invitations;
using BTech.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Reminders;

/// <summary>What was done with the link of a reminder.</summary>
public enum StopAnswer
{
    None = 0,
    Ended = 1,
    Resumed = 2,
}

/// <summary>
/// Ends reminders, by the link in one. Looking changes nothing; a mail program may press for its reader, by a POST without a form (RFC 8058), so no
/// token is asked for: the link itself is the right to. A link that belongs to nothing is answered like any other, after the same work.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StopModel(InvitationList invitations, ReminderStops stops) : PageModel
{
    /// <summary>Value of <see cref="Then"/> that asks for reminders again.</summary>
    public const string Again = "again";

    [FromRoute]
    public string? Token { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    public StopAnswer Answer { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var ends = Then != Again;
        await invitations.EndRemindersAsync(stops.Read(Token), ends, cancel);
        Answer = ends ? StopAnswer.Ended : StopAnswer.Resumed;
    }
}
