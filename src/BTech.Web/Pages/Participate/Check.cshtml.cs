using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Everything written, once more, with a way to change each answer; then send.</summary>
public sealed class CheckModel(Entrance entrance, Boxes boxes, Coaching coaching, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
{
    [BindProperty]
    public string? PageId { get; set; }

    /// <summary>"If I have not pressed Send when the window closes, send what is there."</summary>
    [BindProperty]
    public bool SendWhatIsThere { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public IReadOnlyList<FocusArea> Areas => Visit.Window.Consultation.FocusAreas;

    public IEnumerable<Piece> ItemsOf(int area) =>
        Box.Pieces.Where(piece => piece.Place.FocusArea == area && piece.Place.Item is not null && piece.Working is not null);

    /// <summary>Letters on the paper as a whole that were handed in for the author.</summary>
    public IEnumerable<Piece> LettersOverall =>
        Box.Pieces.Where(piece => piece is { IsHandedIn: true, Working: not null, Place.FocusArea: null });

    public IEnumerable<Piece> AtParagraph(int number) =>
        Box.Pieces.Where(piece => piece.Place.Paragraph == number && piece.Working is not null).OrderBy(piece => piece.Kind);

    /// <summary>The pieces in which something may tell who wrote them.</summary>
    public IReadOnlyList<CoachedPiece> Coached { get; private set; } = [];

    /// <summary>What the coach says of a piece; nothing when it has nothing to say.</summary>
    public CoachedPiece? CoachedOf(Piece? piece) => Coached.FirstOrDefault(coached => coached.Piece == piece);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageId = Guid.NewGuid().ToString("N");
        SendWhatIsThere = Box.SendWhatIsThere;
        Coached = await coaching.ReadAsync(Visit, Box.Pieces, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var late = Visit.LateSending(Opened!.Value);
        PageId = PageId is { Length: > 0 and <= 64 } ? PageId : Guid.NewGuid().ToString("N");
        if (Box.SendWhatIsThere != SendWhatIsThere || Then == "tick")
        {
            var ticked = await boxes.SaveAsync(Visit.Author!, new BoxChange(PageId, [], SendWhatIsThere), late, cancel);
            if (!ticked.IsSaved) return await AnswerAsync(ticked, cancel);
        }

        if (Then == "tick") return Redirect(Url.Content("~/participate/check"));
        if (!Box.HasWorkingText && !Box.IsSent)
        {
            return await AgainAsync("Check.Nothing", cancel);
        }

        var sent = await boxes.SendAsync(Visit.Author!, late, cancel);
        return sent.IsSaved ? Redirect(Url.Content("~/participate")) : await AnswerAsync(sent, cancel);
    }

    /// <summary>Where an answer is changed.</summary>
    public string ChangeAddress(Place place, InputKind kind) => Url.Content(AddressOf(place, kind));

    /// <summary>The field in which a piece is changed.</summary>
    public static string FieldAddress(IUrlHelper url, Piece piece)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(piece);
        return $"{url.Content(AddressOf(piece.Place, piece.Kind))}#{(piece.Kind == InputKind.OtherWording ? nameof(ParagraphModel.OtherWording) : nameof(WritingPage.Text))}";
    }

    /// <summary>Where on the page the coach's hints to a piece stand.</summary>
    public static string CoachId(Piece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return FormattableString.Invariant($"coach-{piece.Kind}-{piece.Place.FocusArea}-{piece.Place.Paragraph}-{piece.Place.Item:N}").ToLowerInvariant();
    }

    private static string AddressOf(Place place, InputKind kind) => place switch
    {
        { Item: { } letter } when kind == InputKind.Comment => FormattableString.Invariant($"~/participate/letters/{letter}/{place.FocusArea}").TrimEnd('/'),
        { FocusArea: { } area, Item: { } item } => FormattableString.Invariant($"~/participate/focus-areas/{area}/{(kind == InputKind.Dilemma ? "dilemmas" : "resources")}/{item}"),
        { FocusArea: { } area } => FormattableString.Invariant($"~/participate/focus-areas/{area}"),
        { Paragraph: { } paragraph } => FormattableString.Invariant($"~/participate/paragraphs/{paragraph}"),
        _ => "~/participate/overall",
    };

    /// <summary>A few words by which an example, a resource or a dilemma is recognised.</summary>
    public static string ShortOf(PieceText text)
    {
        var words = string.IsNullOrWhiteSpace(text.Title) ? text.Text.ReplaceLineEndings(" ") : text.Title;
        var elements = new System.Globalization.StringInfo(words);
        return elements.LengthInTextElements <= 60 ? words : elements.SubstringByTextElements(0, 60) + "…";
    }

    private async Task<IActionResult> AnswerAsync(SaveResult result, CancellationToken cancel)
    {
        if (result.Status != SaveStatus.TooLong) return NotKept(result.Status);
        return await AgainAsync("Check.BoxFull", cancel);
    }

    private async Task<IActionResult> AgainAsync(string why, CancellationToken cancel)
    {
        ModelState.AddModelError(string.Empty, words[why]);
        Coached = await coaching.ReadAsync(Visit, Box.Pieces, cancel);
        return Page();
    }
}
