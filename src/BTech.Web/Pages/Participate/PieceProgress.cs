using BTech.Record.Boxes;

namespace BTech.Web.Pages.Participate;

/// <summary>How far one part of the work is.</summary>
public enum PieceProgress
{
    NotStarted = 0,
    NotSent = 1,
    Sent = 2,
    ChangedNotSent = 3,
}

/// <summary>Reads progress from what stands in the box.</summary>
public static class Progress
{
    public static PieceProgress Of(IEnumerable<Piece> pieces)
    {
        var written = pieces.Where(piece => piece.Working is not null || piece.Sent is not null).ToList();
        if (written.Count == 0) return PieceProgress.NotStarted;
        if (!written.Exists(piece => piece.Sent is not null)) return PieceProgress.NotSent;
        return written.Exists(piece => piece.HasUnsentChanges) ? PieceProgress.ChangedNotSent : PieceProgress.Sent;
    }

    public static PieceProgress OfFocusArea(BoxContent content, int number) =>
        Of(content.Pieces.Where(piece => piece.Place.FocusArea == number));

    public static PieceProgress OfOverall(BoxContent content) => Of(content.Pieces.Where(piece => piece.Place is { FocusArea: null, Paragraph: null }));

    public static PieceProgress OfParagraphs(BoxContent content) => Of(content.Pieces.Where(piece => piece.Place.Paragraph is not null));

    /// <summary>Numbers of the paragraphs on which something is written, in order.</summary>
    public static IReadOnlyList<int> Paragraphs(BoxContent content) =>
        [.. content.Pieces.Where(piece => piece is { Working: not null, Place.Paragraph: not null }).Select(piece => piece.Place.Paragraph!.Value).Distinct().Order()];
}
