using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>One focus area: read it, write a comment on it, add examples, resources and dilemmas, keep it for later or go on.</summary>
public sealed class FocusAreaModel(Entrance entrance, Boxes boxes, ScopingPapers papers, Coaching coaching, IStringLocalizer<Words.Participate> words)
    : WritingPage(entrance, boxes, words)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public FocusArea Area { get; private set; } = null!;

    public IReadOnlyList<Paragraph> Paragraphs { get; private set; } = [];

    /// <summary>Examples, resources and dilemmas of this area.</summary>
    public IEnumerable<Piece> Items => Box.Pieces.Where(piece => piece.Place.FocusArea == Number && piece.Place.Item is not null && piece.Working is not null);

    public PieceProgress Progress => Participate.Progress.OfFocusArea(Box, Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Show(Box.At(Place.InFocusArea(Number)));
        Coached = await coaching.ReadAsync(Visit, Box.Pieces.Where(piece => piece.Place.FocusArea == Number), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return Gone();
        var change = new FieldChange(Place.InFocusArea(Number), InputKind.Comment, Seen, Posted(Text));
        return await RefusalOfSavingAsync(cancel, change) ?? Redirect(Url.Content(Next()));
    }

    protected override void MarkSeen(BoxContent now) => Seen = now.CounterAt(Place.InFocusArea(Number));

    private string Next()
    {
        var here = FormattableString.Invariant($"~/participate/focus-areas/{Number}");
        return Then switch
        {
            "draft" => here,
            "resource" => $"{here}/resources/{Guid.NewGuid()}",
            "dilemma" => $"{here}/dilemmas/{Guid.NewGuid()}",
            _ when ItemOf(Then) is { IsHandedIn: true } letter => FormattableString.Invariant($"~/participate/letters/{letter.Place.Item}/{Number}"),
            _ when ItemOf(Then) is { } item => $"{here}/{(item.Kind == InputKind.Dilemma ? "dilemmas" : "resources")}/{item.Place.Item}",
            _ when Visit.Window.Consultation.FocusAreas.Find(area => area.Number > Number) is { } following =>
                FormattableString.Invariant($"~/participate/focus-areas/{following.Number}"),
            _ => "~/participate/overall",
        };
    }

    private Piece? ItemOf(string? then) =>
        Guid.TryParse(then, out var id) ? Box.Pieces.FirstOrDefault(piece => piece.Place.FocusArea == Number && piece.Place.Item == id && piece.Working is not null) : null;

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Visit.Window.Consultation.FocusAreas.Find(area => area.Number == Number) is not { } area) return false;
        Area = area;
        var paper = Visit.Window.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        Paragraphs = paper?.Paragraphs.FindAll(paragraph => paragraph.FocusAreaNumber == Number) ?? [];
        return true;
    }
}
