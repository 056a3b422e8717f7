using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>Everything written, once more, with a way to change each answer; then send.</summary>
public sealed class CheckModel(Entrance entrance, Boxes boxes, IStringLocalizer<Words.Participate> words) : ParticipantPage(entrance)
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

    public IEnumerable<Piece> AtParagraph(int number) =>
        Box.Pieces.Where(piece => piece.Place.Paragraph == number && piece.Working is not null).OrderBy(piece => piece.Kind);

    public void OnGet()
    {
        PageId = Guid.NewGuid().ToString("N");
        SendWhatIsThere = Box.SendWhatIsThere;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var late = Visit.LateSending(Opened!.Value);
        PageId = PageId is { Length: > 0 and <= 64 } ? PageId : Guid.NewGuid().ToString("N");
        if (Box.SendWhatIsThere != SendWhatIsThere || Then == "tick")
        {
            var ticked = await boxes.SaveAsync(Visit.Author!, new BoxChange(PageId, [], SendWhatIsThere), late, cancel);
            if (!ticked.IsSaved) return Answer(ticked);
        }

        if (Then == "tick") return Redirect(Url.Content("~/participate/check"));
        if (!Box.HasWorkingText && !Box.IsSent)
        {
            ModelState.AddModelError(string.Empty, words["Check.Nothing"]);
            return Page();
        }

        var sent = await boxes.SendAsync(Visit.Author!, late, cancel);
        return sent.IsSaved ? Redirect(Url.Content("~/participate")) : Answer(sent);
    }

    /// <summary>Where an answer is changed.</summary>
    public string ChangeAddress(Place place, InputKind kind) => Url.Content(place switch
    {
        { FocusArea: { } area, Item: { } item } => FormattableString.Invariant($"~/participate/focus-areas/{area}/{(kind == InputKind.Dilemma ? "dilemmas" : "resources")}/{item}"),
        { FocusArea: { } area } => FormattableString.Invariant($"~/participate/focus-areas/{area}"),
        { Paragraph: { } paragraph } => FormattableString.Invariant($"~/participate/paragraphs/{paragraph}"),
        _ => "~/participate/overall",
    });

    /// <summary>A few words by which an example, a resource or a dilemma is recognised.</summary>
    public static string ShortOf(PieceText text)
    {
        var words = string.IsNullOrWhiteSpace(text.Title) ? text.Text.ReplaceLineEndings(" ") : text.Title;
        var elements = new System.Globalization.StringInfo(words);
        return elements.LengthInTextElements <= 60 ? words : elements.SubstringByTextElements(0, 60) + "…";
    }

    private IActionResult Answer(SaveResult result)
    {
        if (result.Status == SaveStatus.Busy) return Busy();
        if (result.Status == SaveStatus.Over) return Over();
        if (result.Status != SaveStatus.TooLong) return Gone();
        ModelState.AddModelError(string.Empty, words["Check.BoxFull"]);
        return Page();
    }
}
