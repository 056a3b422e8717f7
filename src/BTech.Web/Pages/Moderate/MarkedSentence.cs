using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Web.Pages.Moderate;

/// <summary>A numbered sentence with what is coded in it marked.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Pieces">Its pieces in order.</param>
public sealed record MarkedSentence(int Number, IReadOnlyList<MarkedSentence.Piece> Pieces)
{
    /// <summary>A stretch in one state.</summary>
    /// <param name="Start">First code point in the whole text.</param>
    /// <param name="Words">The words; nothing where masked.</param>
    /// <param name="IsCoded">Whether a theme was given to it.</param>
    public sealed record Piece(int Start, string? Words, bool IsCoded);

    public static IReadOnlyList<MarkedSentence> Of(MaskedText text, IReadOnlyCollection<ReadableExcerpt> codings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cuts = codings.SelectMany(coding => new[] { coding.Start, coding.End }).Distinct().Order().ToList();
        return [.. text.Sentences.Select(sentence => new MarkedSentence(sentence.Number,
            [.. sentence.Stretches.SelectMany(stretch => Cut(stretch, cuts, codings))]))];
    }

    private static IEnumerable<Piece> Cut(MaskedText.Stretch stretch, List<int> cuts, IReadOnlyCollection<ReadableExcerpt> codings)
    {
        if (stretch.Words is not { } words)
        {
            yield return new Piece(stretch.Start, null, false);
            yield break;
        }
        var from = stretch.Start;
        foreach (var to in cuts.Where(cut => cut > stretch.Start && cut < stretch.End).Append(stretch.End))
        {
            var start = from;
            yield return new Piece(start, CodePoints.Slice(words, start - stretch.Start, to - stretch.Start),
                codings.Any(coding => coding.Start <= start && coding.End >= to));
            from = to;
        }
    }
}
