using BTech.Documents.Papers;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// A long paper corrected piece by piece, so many to a page: the whole draft travels with each page of the form, and only the pieces shown have fields.
/// </summary>
public sealed class PiecesForm
{
    /// <summary>How many pieces stand on one page.</summary>
    public const int PageSize = 30;

    /// <summary>What the draft's text is made of; see <see cref="PaperDraft.Plan"/>.</summary>
    public string? Plan { get; set; }

    /// <summary>The page shown, from 1.</summary>
    public int Sheet { get; set; } = 1;

    /// <summary>The fields of the pieces on it.</summary>
    public List<PieceLine> Lines { get; set; } = [];

    internal PaperDraft Draft { get; private set; } = null!;

    /// <summary>How many pages there are.</summary>
    internal int Sheets => Math.Max(1, (Draft.Pieces.Count + PageSize - 1) / PageSize);

    /// <summary>Place of the first piece on the page, from 0.</summary>
    internal int First => (Sheet - 1) * PageSize;

    /// <summary>The number of each piece on the page.</summary>
    internal IReadOnlyList<int?> Numbers => [.. Draft.Numbers().Skip(First).Take(PageSize)];

    /// <summary>Where each part begins: its heading and the page.</summary>
    internal IReadOnlyList<(string Heading, int Sheet)> Parts =>
        [.. Draft.Pieces.Select((piece, at) => (piece, at)).Where(part => part.piece.Level == 1 && !part.piece.IsLeftOut).Select(part => (part.piece.Text, (part.at / PageSize) + 1))];

    /// <summary>Shows a page of a draft.</summary>
    internal void Show(PaperDraft draft, int sheet)
    {
        (Draft, Plan) = (draft, draft.Plan);
        Sheet = Math.Clamp(sheet, 1, Sheets);
        Lines = [.. draft.Pieces.Skip(First).Take(PageSize).Select(PieceLine.Of)];
    }

    /// <summary>Takes up the draft that the form brought back, with its fields as they were typed.</summary>
    /// <returns>False when the form was not one of ours.</returns>
    internal bool TakeUp(string? text)
    {
        if (PaperDraft.Read(text, Plan) is not { } draft) return false;
        Draft = draft;
        if (Sheet < 1 || Sheet > Sheets) return false;
        // Not more fields than the page has pieces, and not fewer.
        Lines = [.. draft.Pieces.Skip(First).Take(PageSize).Select((piece, at) => at < Lines.Count ? Lines[at] : PieceLine.Of(piece))];
        return true;
    }

    /// <summary>What the fields say about the pieces on the page.</summary>
    internal IReadOnlyList<PieceEdit> Edits(IReadOnlyCollection<int> areas) =>
        [.. Lines.Select((line, at) => line.Edit(First + at, Draft.Pieces[First + at], areas))];
}
