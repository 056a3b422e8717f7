using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Boxes;

namespace BTech.Web.Pages.Participate;

/// <summary>One piece with the passages in it that may tell who wrote it.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Hints">The passages in reading order.</param>
public sealed record CoachedPiece(Piece Piece, IReadOnlyList<CoachHint> Hints)
{
    // Code points shown around a passage, so that it is recognised.
    private const int Around = 40;

    private static readonly char[] Blanks = [' ', '\n'];

    /// <summary>Cuts the marked passages out of a piece's words.</summary>
    public static CoachedPiece Of(Piece piece, IReadOnlyList<TellingPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(passages);
        var text = piece.Working?.OwnWords() ?? string.Empty;
        var length = CodePoints.Count(text);
        return new CoachedPiece(piece, [.. passages.Select(passage =>
        {
            var (from, to) = (Math.Max(0, passage.Start - Around), Math.Min(length, passage.End + Around));
            return new CoachHint(
                from > 0 ? "…" + FromAWord(CodePoints.Slice(text, from, passage.Start)) : CodePoints.Slice(text, from, passage.Start),
                CodePoints.Slice(text, passage.Start, passage.End),
                to < length ? ToAWord(CodePoints.Slice(text, passage.End, to)) + "…" : CodePoints.Slice(text, passage.End, to),
                passage.Tell);
        })]);
    }

    // No half words; where nothing parts the words, as in Chinese, everything stays.
    private static string FromAWord(string text) => text[(text.IndexOfAny(Blanks) + 1)..];

    private static string ToAWord(string text) => text.LastIndexOfAny(Blanks) is >= 0 and var blank ? text[..blank] : text;
}

/// <summary>A passage that may tell who wrote it, with a few words around it.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="Passage">The passage.</param>
/// <param name="After">What stands after it.</param>
/// <param name="Tell">What in it may tell.</param>
public sealed record CoachHint(string Before, string Passage, string After, Tell Tell);
