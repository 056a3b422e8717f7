using System.Text;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Record.Sealing;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// The task list: what is there to do, what is sent, how long it can be changed. It also shows the follow-up code after sending, because
/// the act of sending must leave no address of its own in the browser's history.
/// </summary>
public sealed class IndexModel(Entrance entrance, Boxes boxes, SealPages seals, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    /// <summary>Which button was pressed beside the follow-up code.</summary>
    [BindProperty]
    public string? Then { get; set; }

    protected override bool IsForWriting => false;

    /// <summary>How the seal stands, once the window has closed.</summary>
    public SealStanding? Standing { get; private set; }

    public PieceProgress Whole => Progress.Of(Box.Pieces);

    /// <summary>What is left until closing.</summary>
    public string TimeLeft()
    {
        var left = Visit.Window.ClosesAt - Visit.Now;
        return left.TotalDays >= 2 ? words.Plural("Index.Days", (long)left.TotalDays)
            : left.TotalHours >= 2 ? words.Plural("Index.Hours", (long)left.TotalHours)
            : words.Plural("Index.Minutes", Math.Max(1, (long)left.TotalMinutes));
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!Visit.IsPreview && Visit.State is WindowState.Closed or WindowState.Sealed) Standing = await seals.StandingAsync(Visit.Window.Id, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Visit.Author is not { } author) return Over();
        if (Then == "notes") return Notes();
        var result = Then switch
        {
            "keep" => await boxes.KeepCodeAsync(author, cancel),
            "decline" => await boxes.DeclineCodeAsync(author, cancel),
            "agree" or "disagree" => await boxes.AgreeToBeOpenedWithFewAsync(author, Then == "agree", cancel),
            _ => null,
        };
        return result?.Status switch
        {
            null => BadRequest(),
            SaveStatus.Saved => Redirect(Url.Content("~/participate")),
            { } status => NotKept(status),
        };
    }

    // A file found on a computer should not say at first sight what it is for.
    private IActionResult Notes()
    {
        if (Box.PendingCode is not { } code) return Redirect(Url.Content("~/participate"));
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes($"{words["Notes.FirstLine"]}\r\n\r\n{code}\r\n\r\n{words["Notes.Explanation", "/follow-up"]}\r\n"), "text/plain; charset=utf-8", "notes.txt");
    }
}
