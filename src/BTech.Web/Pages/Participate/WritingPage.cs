using BTech.Web.Crossings;
using Tongue = BTech.Languages.Language;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>A page on which something is written into the box: what it posts, and what becomes of it.</summary>
public abstract class WritingPage(Entrance entrance, Boxes boxes, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    /// <summary>Which page wrote: the same page may save again and again, another one that changed the text meanwhile is noticed.</summary>
    [BindProperty]
    public string? PageId { get; set; }

    /// <summary>The edit counter of the main text when the page was made.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Code of the language of the words.</summary>
    [BindProperty]
    public string? WrittenIn { get; set; }

    /// <summary>What may be done with them.</summary>
    [BindProperty]
    public QuotingPermission Permission { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>What another page has written in the same place meanwhile.</summary>
    public Piece? Theirs { get; private set; }

    /// <summary>The pieces of this page in which something may tell who wrote them, as they are saved.</summary>
    public IReadOnlyList<CoachedPiece> Coached { get; protected set; } = [];

    /// <summary>The languages in which one may write.</summary>
    public IEnumerable<Choice> Languages => Tongue.All.Select(language => new Choice(language.Code, language.NativeName));

    /// <summary>The permissions with their explanations.</summary>
    public IEnumerable<Choice> Permissions => new[] { QuotingPermission.Paraphrase, QuotingPermission.MayBeAsked, QuotingPermission.BackgroundOnly }
        .Select(permission => new Choice(permission.ToString(), Words[$"Permission.{permission}"], Words[$"Permission.{permission}.Hint"]));

    protected IStringLocalizer<Words.Participate> Words { get; } = words;

    /// <summary>About how many characters still fit into the box.</summary>
    public int RoomLeft => Box.RoomLeft / (WrittenIn == Tongue.Chinese.Code ? 2 : 1) / 100 * 100;

    /// <summary>Fills the page from what stands at a place.</summary>
    protected void Show(Piece? piece)
    {
        PageId = Guid.NewGuid().ToString("N");
        Seen = piece?.Counter ?? 0;
        Text = piece?.Working?.Text;
        WrittenIn = piece?.Working?.Language ?? LastLanguage();
        Permission = piece?.Working?.Permission ?? QuotingPermission.Paraphrase;
    }

    /// <summary>The words as posted; nothing when the field was emptied.</summary>
    protected PieceText? Posted(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new PieceText(text, WrittenIn ?? Language.Code, Permission);

    /// <summary>
    /// Saves; nothing when it is stored and one may go on, else the answer to give. In the late-sending minutes one cannot go on: the pages are
    /// closed, so what was just stored is offered for sending, under the same form that was opened in time.
    /// </summary>
    protected async Task<IActionResult?> RefusalOfSavingAsync(CancellationToken cancel, params FieldChange[] fields)
    {
        PageId = PageId is { Length: > 0 and <= 64 } ? PageId : Guid.NewGuid().ToString("N");
        WrittenIn = Tongue.Find(WrittenIn)?.Code ?? Language.Code;
        if (!Enum.IsDefined(Permission)) Permission = QuotingPermission.Paraphrase;
        if (!ModelState.IsValid) return Page();
        var result = await boxes.SaveAsync(Visit.Author!, new BoxChange(PageId, fields), Visit.LateSending(Opened!.Value), cancel);
        switch (result.Status)
        {
            case SaveStatus.Saved:
                return Visit.State == WindowState.Open ? null : LateSend.Answer(HttpContext, new LateSend(EntryField, PageId, result.Content!.SendWhatIsThere, Visit.Window));
            case SaveStatus.Conflict:
                Theirs = result.Theirs;
                // Whoever saves again has seen the other text, and replaces it knowingly.
                MarkSeen(result.Content!);
                ModelState.AddModelError(nameof(Text), Words["Write.Conflict"]);
                var both = Page();
                both.StatusCode = StatusCodes.Status409Conflict;
                return both;
            case SaveStatus.TooLong:
                ModelState.AddModelError(nameof(Text), Words["Write.TooLong", PieceText.MaxLength, RoomLeft]);
                return Page();
            case SaveStatus.Unreadable:
                ModelState.AddModelError(nameof(Text), Words["Write.Unreadable"]);
                return Page();
            default:
                return NotKept(result.Status);
        }
    }

    /// <summary>Takes over the counters of the page's fields as they are now.</summary>
    protected abstract void MarkSeen(BoxContent now);

    private string LastLanguage() => Box.Pieces.LastOrDefault(piece => piece.Working is not null)?.Working?.Language ?? Language.Code;
}
