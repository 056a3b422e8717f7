using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>A dilemma in one focus area: the situation, the tension in it, what would help.</summary>
public sealed class DilemmaModel(Entrance entrance, Boxes boxes, IStringLocalizer<Words.Participate> words) : WritingPage(entrance, boxes, words)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Item { get; set; }

    [BindProperty]
    public string? Tension { get; set; }

    [BindProperty]
    public string? WouldHelp { get; set; }

    public FocusArea Area { get; private set; } = null!;

    public bool IsNew => Box.At(Here, InputKind.Dilemma)?.Working is null;

    private Place Here => new(Number, null, Item);

    public IActionResult OnGet()
    {
        if (!Finds()) return NotFound();
        var piece = Box.At(Here, InputKind.Dilemma);
        Show(piece);
        (Tension, WouldHelp) = (piece?.Working?.Tension, piece?.Working?.WouldHelp);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Finds()) return Gone();
        var text = Then == "remove" ? null : new PieceText(Text ?? string.Empty, WrittenIn ?? Language.Code, Permission, Tension: Tension, WouldHelp: WouldHelp);
        if (text?.FaultsAs(InputKind.Dilemma).Any() == true) ModelState.AddModelError(nameof(Text), Words["Dilemma.SituationMissing"]);
        return await RefusalOfSavingAsync(cancel, new FieldChange(Here, InputKind.Dilemma, Seen, text))
            ?? Redirect(Url.Content(FormattableString.Invariant($"~/participate/focus-areas/{Number}")));
    }

    protected override void MarkSeen(BoxContent now) => Seen = now.CounterAt(Here, InputKind.Dilemma);

    private bool Finds()
    {
        if (Item == Guid.Empty || Visit.Window.Consultation.FocusAreas.Find(area => area.Number == Number) is not { } area) return false;
        Area = area;
        return true;
    }
}
