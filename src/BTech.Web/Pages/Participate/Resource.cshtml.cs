using BTech.Agenda.Consultations;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>An example or a resource in one focus area. With a link it is a resource, without one an example.</summary>
public sealed class ResourceModel(Entrance entrance, Boxes boxes, IStringLocalizer<Words.Participate> words) : WritingPage(entrance, boxes, words)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Item { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    public FocusArea Area { get; private set; } = null!;

    public bool IsNew => Existing(Box) is null;

    private Place Here => new(Number, null, Item);

    public IActionResult OnGet()
    {
        if (!Finds()) return NotFound();
        var piece = Existing(Box);
        Show(piece);
        (Title, Link) = (piece?.Working?.Title, piece?.Working?.Link);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Finds()) return Gone();
        var kind = string.IsNullOrWhiteSpace(Link) ? InputKind.Example : InputKind.Resource;
        var other = kind == InputKind.Example ? InputKind.Resource : InputKind.Example;
        var text = Then == "remove" ? null : new PieceText(Text ?? string.Empty, WrittenIn ?? Language.Code, Permission, Title?.Trim(), Link?.Trim());
        foreach (var (field, reason) in text?.FaultsAs(kind).Select(Complaint) ?? []) ModelState.AddModelError(field, reason);
        // Gaining or losing its link makes it another kind of thing; the former one is emptied in the same save.
        return await RefusalOfSavingAsync(cancel,
                new FieldChange(Here, kind, Box.CounterAt(Here, kind) == 0 ? 0 : Seen, text),
                new FieldChange(Here, other, Box.CounterAt(Here, other) == 0 ? 0 : Seen, null))
            ?? Redirect(Url.Content(FormattableString.Invariant($"~/participate/focus-areas/{Number}")));
    }

    protected override void MarkSeen(BoxContent now) => Seen = Existing(now)?.Counter ?? 0;

    private bool Finds()
    {
        if (Item == Guid.Empty || Visit.Window.Consultation.FocusAreas.Find(area => area.Number == Number) is not { } area) return false;
        Area = area;
        return true;
    }

    private Piece? Existing(BoxContent content) =>
        new[] { content.At(Here, InputKind.Resource), content.At(Here, InputKind.Example) }.FirstOrDefault(piece => piece?.Working is not null);

    private (string Field, string Reason) Complaint(TextFault fault) => fault switch
    {
        TextFault.TitleMissing => (nameof(Title), Words["Resource.TitleMissing"]),
        TextFault.TitleTooLong => (nameof(Title), Words["Resource.LineTooLong", PieceText.MaxLineLength]),
        TextFault.LinkTooLong => (nameof(Link), Words["Resource.LineTooLong", PieceText.MaxLineLength]),
        _ => (nameof(Link), Words["Resource.NotALink"]),
    };
}
