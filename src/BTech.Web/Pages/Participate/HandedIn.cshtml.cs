using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>One part of a letter that was handed in for its author, who changes or removes it here.</summary>
public sealed class HandedInModel(Entrance entrance, Boxes boxes, Coaching coaching, IStringLocalizer<Words.Participate> words) : WritingPage(entrance, boxes, words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Item { get; set; }

    /// <summary>Number of the focus area; nothing for the paper as a whole.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public bool IsThere => Box.At(Here)?.Working is not null;

    private Place Here => new(Number, null, Item);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Box.At(Here) is not { IsHandedIn: true } piece) return NotFound();
        Show(piece);
        Coached = await coaching.ReadAsync(Visit, [piece], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Box.At(Here) is not { IsHandedIn: true }
            ? Gone()
            : await RefusalOfSavingAsync(cancel, new FieldChange(Here, InputKind.Comment, Seen, Then == "remove" ? null : Posted(Text))) ?? Redirect(Url.Content("~/participate/check"));

    protected override void MarkSeen(BoxContent now) => Seen = now.CounterAt(Here);
}
