using BTech.Languages.Coach;
using BTech.Record.Boxes;
using BTech.Web.Crossings;

namespace BTech.Web.Pages.Participate;

/// <summary>
/// Reads what somebody has saved for passages that may tell who wrote it. A hint and never a hindrance: it is made for the page that is being
/// answered and forgotten with it.
/// </summary>
public sealed class Coaching(Entrance entrance, SelfIdentification coach)
{
    /// <summary>Those of the pieces in which something may tell, in their order.</summary>
    public async Task<IReadOnlyList<CoachedPiece>> ReadAsync(Visit visit, IEnumerable<Piece> pieces, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        // Asked for whether or not anything is written, so that the database does not read once more for those who write.
        var own = await entrance.OwnEntryAsync(visit, cancel);
        return [.. pieces.Where(piece => piece.Working is not null)
            .Select(piece => CoachedPiece.Of(piece, coach.Find(piece.Working!.OwnWords(), own)))
            .Where(coached => coached.Hints.Count > 0)];
    }
}
