using System.Globalization;
using BTech.Documents.Papers;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>One piece of a paper on its way in, as its fields stand on the page.</summary>
public sealed class PieceLine
{
    /// <summary>The deepest kind of heading that the page tells apart.</summary>
    private const int Within = 2;

    /// <summary>0 for a paragraph, 1 for the heading of a part, 2 for one within a part.</summary>
    public string? Kind { get; set; }

    /// <summary>Number of the focus area; empty for none.</summary>
    public string? Area { get; set; }

    /// <summary>Markdown.</summary>
    public string? Text { get; set; }

    public bool IsLeftOut { get; set; }

    /// <summary>Whether it goes on in the piece before.</summary>
    public bool Joins { get; set; }

    internal static PieceLine Of(DraftPiece piece) => new()
    {
        Kind = Math.Min(piece.Level, Within).ToString(CultureInfo.InvariantCulture),
        Area = piece.Area?.ToString(CultureInfo.InvariantCulture),
        Text = piece.Text,
        IsLeftOut = piece.IsLeftOut,
    };

    /// <summary>What the fields say; a heading within a part keeps its depth, and an area that there is not counts as none.</summary>
    internal PieceEdit Edit(int at, DraftPiece piece, IReadOnlyCollection<int> areas)
    {
        var kind = Kind is "0" or "1" or "2" ? Kind[0] - '0' : Math.Min(piece.Level, Within);
        var area = int.TryParse(Area, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && areas.Contains(number) ? number : (int?)null;
        return new PieceEdit(at, kind == Within && piece.Level > Within ? piece.Level : kind, Text ?? "", area, IsLeftOut, Joins);
    }
}
