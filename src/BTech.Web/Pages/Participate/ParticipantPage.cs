using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// Every page behind the entrance: finds the visit, refuses forms of another entry with their text, and keeps people from pages
/// that their window does not have at this moment.
/// </summary>
public abstract class ParticipantPage(Entrance entrance) : PageModel
{
    protected Entrance Entrance { get; } = entrance;

    /// <summary>The visit of this request.</summary>
    public Visit Visit { get; private set; } = null!;

    /// <summary>The language of the page.</summary>
    public Language Language => CurrentLanguage.Of(HttpContext);

    /// <summary>Binds a form to the entry under which it was opened.</summary>
    [BindProperty]
    public string? Entry { get; set; }

    /// <summary>What the hidden field <c>Entry</c> holds: kept over refusals, so that a form stays one that was opened before closing.</summary>
    public string EntryField => Visit.IsPreview ? string.Empty : Opened is null ? Entrance.FieldFor(Visit) : Entry!;

    /// <summary>Takes the visit of somebody made up in place of one that came through the entrance, for looking only.</summary>
    internal void Preview(Visit visit) =>
        Visit = visit.IsPreview ? visit : throw new ArgumentException("Whoever is somebody comes in through the entrance.", nameof(visit));

    /// <summary>When the posted form was opened.</summary>
    protected DateTimeOffset? Opened { get; private set; }

    /// <summary>Whether the page reads or writes the author's box.</summary>
    protected virtual bool NeedsBox => true;

    /// <summary>Whether the page is there only while people can write; before and after, the task list says what is going on.</summary>
    protected virtual bool IsForWriting => true;

    /// <summary>Whether the page comes before the Rule is accepted.</summary>
    protected virtual bool ComesBeforeTheRule => false;

    public BoxContent Box => Visit.Content!;

    /// <summary>Whether the Rule has to be accepted first; there is nothing to accept any more once writing is over.</summary>
    public bool TheRuleComesFirst =>
        Visit.Content is { } content && Visit.State <= WindowState.Open && content.AcceptedRuleVersion < Visit.Window.Consultation.RuleVersion;

    /// <summary>Whether a text can be stored at all: no NUL, no half characters.</summary>
    protected static bool IsWellFormed(string? text) => Wording.TryClean(text, out _);

    /// <summary>A text without blanks around it in the form in which texts are stored; as it is where it cannot be stored.</summary>
    protected static string? Cleaned(string? text) => Wording.TryClean(text?.Trim(), out var clean) ? clean : text;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        context.Result = await RefusalAsync();
        if (context.Result is null) await next();
    }

    /// <summary>The answer to something written that the window does not take any more, or not yet.</summary>
    protected IActionResult Over() =>
        KeptWords.Answer(HttpContext, Visit.State < WindowState.Open ? "NotYet" : "Over", StatusCodes.Status409Conflict);

    /// <summary>The answer when a text could not be stored because the boxes are being mixed.</summary>
    protected IActionResult Busy()
    {
        Response.Headers.RetryAfter = "10";
        return KeptWords.Answer(HttpContext, "Busy", StatusCodes.Status503ServiceUnavailable);
    }

    private ViewResult Locked()
    {
        Response.Headers.RetryAfter = "120";
        return KeptWords.Answer(HttpContext, "Locked", StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The answer when a box is gone.</summary>
    protected IActionResult Gone() => KeptField.Of(Request).Count > 0 ? new KeptText() : NotFound();

    /// <summary>The answer to a change that the box did not keep, for reasons that are the same on every page.</summary>
    protected IActionResult NotKept(SaveStatus status) => status switch
    {
        SaveStatus.Busy => Busy(),
        SaveStatus.Over => Over(),
        _ => Gone(),
    };

    private async Task<IActionResult?> RefusalAsync()
    {
        if (ParticipantEntry.Of(User) is not { } entry) return Gone();
        try
        {
            if (await Entrance.VisitAsync(entry, NeedsBox, HttpContext.RequestAborted) is not { } visit) return Gone();
            if (visit.IsBarred) return KeptWords.Answer(HttpContext, "Passphrase", StatusCodes.Status404NotFound);
            Visit = visit;
        }
        catch (BoxKeysMissingException)
        {
            // Lost, or destroyed a moment ago by a seal that has not told the agenda yet.
            return Locked();
        }
        if (!HttpMethods.IsPost(Request.Method)) return RefusalOfReading();
        Opened = Entrance.Opened(entry, Entry);
        if (Opened is not { } opened) return KeptWords.Answer(HttpContext, "OtherEntry", StatusCodes.Status400BadRequest);
        if (IsForWriting && !Visit.Takes(opened)) return Over();
        if (!ComesBeforeTheRule && TheRuleComesFirst) return KeptWords.Answer(HttpContext, "RuleFirst", StatusCodes.Status400BadRequest);
        return null;
    }

    private RedirectResult? RefusalOfReading()
    {
        if (IsForWriting && Visit.State != WindowState.Open) return Redirect(Url.Content("~/participate"));
        return !ComesBeforeTheRule && TheRuleComesFirst ? Redirect(Url.Content("~/participate/rule")) : null;
    }
}
