using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>A comment on the paper as a whole.</summary>
public sealed class OverallModel(Entrance entrance, Boxes boxes, Coaching coaching, IStringLocalizer<Words.Participate> words) : WritingPage(entrance, boxes, words)
{
    public PieceProgress Progress => Participate.Progress.OfOverall(Box);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Show(Box.At(Place.Overall));
        Coached = await coaching.ReadAsync(Visit, Box.Pieces.Where(piece => piece.Place == Place.Overall), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await RefusalOfSavingAsync(cancel, new FieldChange(Place.Overall, InputKind.Comment, Seen, Posted(Text)))
            ?? Redirect(Url.Content(Then == "draft" ? "~/participate/overall" : "~/participate/check"));

    protected override void MarkSeen(BoxContent now) => Seen = now.CounterAt(Place.Overall);
}
