using BTech.Agenda.Papers;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Web.Crossings;
using BTech.Web.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Participate;

/// <summary>One paragraph of the paper: comment on it, and propose another wording.</summary>
public sealed class ParagraphModel(Entrance entrance, Boxes boxes, ScopingPapers papers, Coaching coaching, IStringLocalizer<Words.Participate> words)
    : WritingPage(entrance, boxes, words)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>Another wording for the paragraph.</summary>
    [BindProperty]
    public string? OtherWording { get; set; }

    /// <summary>The words of the paragraph that are meant; nothing for the whole of it.</summary>
    [BindProperty]
    public string? Passage { get; set; }

    /// <summary>Whether the words that are meant do not stand in the paragraph.</summary>
    public bool IsPassageMissed { get; private set; }

    /// <summary>The edit counter of the other wording when the page was made.</summary>
    [BindProperty]
    public int SeenWording { get; set; }

    public Paragraph Paragraph { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var place = Place.AtParagraph(Number);
        var wording = Box.At(place, InputKind.OtherWording);
        Show(Box.At(place));
        OtherWording = wording?.Working?.Text;
        SeenWording = wording?.Counter ?? 0;
        if (Box.At(place)?.Working is null && wording?.Working is { } only) (WrittenIn, Permission) = (only.Language, only.Permission);
        var passage = Box.At(place)?.Working?.Passage ?? wording?.Working?.Passage;
        (Passage, IsPassageMissed) = (passage?.Quote, passage is { IsFound: false });
        Coached = await coaching.ReadAsync(Visit, Box.Pieces.Where(piece => piece.Place == place), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return Gone();
        var place = Place.AtParagraph(Number);
        // In the reader's language, or in English where it does not exist in it: what the page shows.
        var passage = BTech.Record.Boxes.Passage.In(PaperText.Plain(Paragraph.Text.In(Language).Text), Passage);
        return await RefusalOfSavingAsync(cancel,
                new FieldChange(place, InputKind.Comment, Seen, Posted(Text) is { } text ? text with { Passage = passage } : null),
                new FieldChange(place, InputKind.OtherWording, SeenWording, Posted(OtherWording) is { } other ? other with { Passage = passage } : null))
            ?? Redirect(Url.Content(Next()));
    }

    protected override void MarkSeen(BoxContent now)
    {
        Seen = now.CounterAt(Place.AtParagraph(Number));
        SeenWording = now.CounterAt(Place.AtParagraph(Number), InputKind.OtherWording);
    }

    private string Next() => Then switch
    {
        "draft" => FormattableString.Invariant($"~/participate/paragraphs/{Number}"),
        _ when Paragraph.FocusAreaNumber is { } area => FormattableString.Invariant($"~/participate/focus-areas/{area}"),
        _ => "~/participate",
    };

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var paper = Visit.Window.PaperVersionId is { } version ? await papers.FindAsync(version, cancel) : null;
        if (paper?.Paragraphs.Find(paragraph => paragraph.Number == Number) is not { } found) return false;
        Paragraph = found;
        return true;
    }
}
