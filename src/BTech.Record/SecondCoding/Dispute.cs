using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;

namespace BTech.Record.SecondCoding;

/// <summary>Overlapping words of one input on which two readings differ about one theme.</summary>
public sealed class Dispute
{
    private readonly List<CodedExcerpt> _codings;

    internal Dispute(ReadTwice.Both both, Theme theme, IEnumerable<CodedExcerpt> codings)
    {
        _codings = [.. codings.OrderBy(coding => coding.Start).ThenBy(coding => coding.End).ThenBy(coding => coding.Id)];
        var text = both.Text;
        (InputId, FocusAreaNumber, Language, Theme) = (both.Input.Id, both.AreaAt(_codings[0].Start), both.Language, theme);
        First = Views(text, ComparedAs.First);
        Second = Views(text, ComparedAs.Second);
        var (start, end) = (_codings.Min(coding => coding.Start), _codings.Max(coding => coding.End));
        var around = text.Sentences.Where(sentence => sentence.Start < end && sentence.End > start).ToList();
        Sentences = around.Count == 0 ? text.Read(start, end) : text.Read(around[0].Start, around[^1].End);
    }

    /// <summary>The dispute, by one of its codings.</summary>
    public Guid Id => _codings.Min(coding => coding.Id);

    /// <summary>The input.</summary>
    public Guid InputId { get; }

    /// <summary>The focus area under which its words are read.</summary>
    public int? FocusAreaNumber { get; }

    /// <summary>Code of its language.</summary>
    public string Language { get; }

    /// <summary>The theme.</summary>
    public Theme Theme { get; }

    /// <summary>The sentences in which the words stand, as they may be read.</summary>
    public string Sentences { get; }

    /// <summary>What the first reading has there; nothing where it does not give the theme.</summary>
    public IReadOnlyList<View> First { get; }

    /// <summary>What the second one has.</summary>
    public IReadOnlyList<View> Second { get; }

    /// <summary>How it is settled; nothing while it is not.</summary>
    public Settlement? Settled => !_codings.TrueForAll(coding => coding.IsSettled) ? null : (Counts(ComparedAs.First), Counts(ComparedAs.Second)) switch
    {
        (true, true) => Settlement.Both,
        (true, false) => Settlement.First,
        (false, true) => Settlement.Second,
        _ => Settlement.Neither,
    };

    /// <summary>
    /// The ways in which it may be settled. Where one reading does not give the theme at all, to follow it is to give it to nothing, so that one way is
    /// enough for both; and words that both have marked alike are not given a theme twice.
    /// </summary>
    public IReadOnlyList<Settlement> Offered => (First.Count, Second.Count) switch
    {
        (_, 0) => [Settlement.First, Settlement.Neither],
        (0, _) => [Settlement.Second, Settlement.Neither],
        _ when _codings.DistinctBy(coding => (coding.Start, coding.End)).Count() == _codings.Count => [Settlement.First, Settlement.Second, Settlement.Both, Settlement.Neither],
        _ => [Settlement.First, Settlement.Second, Settlement.Neither],
    };

    /// <summary>Stands for everything about it that somebody may have changed since it was shown.</summary>
    public string State => Stamp.Of(string.Join('\n', _codings.OrderBy(coding => coding.Id).Select(coding =>
        FormattableString.Invariant($"{coding.Id} {coding.Start} {coding.End} {coding.ThemeId} {(int)coding.Stance} {coding.IsSettled} {coding.IsSettled && coding.Counts}"))));

    internal IReadOnlyList<CodedExcerpt> Codings => _codings;

    internal static bool Keeps(Settlement how, ComparedAs reading) => how switch
    {
        Settlement.Both => true,
        Settlement.First => reading == ComparedAs.First,
        Settlement.Second => reading == ComparedAs.Second,
        _ => false,
    };

    /// <summary>The disputes within one input: chains of overlapping codings of one theme in which the readings have not marked the same words in the same sense.</summary>
    internal static IEnumerable<Dispute> Of(ReadTwice.Both both, IReadOnlyDictionary<Guid, Theme> themes)
    {
        foreach (var theme in both.Codings.Where(coding => themes.ContainsKey(coding.ThemeId)).GroupBy(coding => coding.ThemeId))
        {
            var chain = new List<CodedExcerpt>();
            var end = -1;
            foreach (var coding in theme.OrderBy(coding => coding.Start).ThenBy(coding => coding.End))
            {
                if (chain.Count > 0 && coding.Start >= end)
                {
                    if (Differ(chain)) yield return new Dispute(both, themes[theme.Key], chain);
                    chain = [];
                }
                chain.Add(coding);
                end = Math.Max(end, coding.End);
            }
            if (Differ(chain)) yield return new Dispute(both, themes[theme.Key], chain);
        }
    }

    private static bool Differ(List<CodedExcerpt> chain) =>
        !chain.Where(coding => coding.ComparedAs == ComparedAs.First).Select(Said).ToHashSet().SetEquals(chain.Where(coding => coding.ComparedAs == ComparedAs.Second).Select(Said));

    private static (int Start, int End, Stance Stance) Said(CodedExcerpt coding) => (coding.Start, coding.End, coding.Stance);

    private bool Counts(ComparedAs reading) => _codings.Exists(coding => coding.ComparedAs == reading && coding.Counts);

    private List<View> Views(MaskedText text, ComparedAs reading) =>
        [.. _codings.Where(coding => coding.ComparedAs == reading).Select(coding => new View(text.Read(coding.Start, coding.End), coding.Stance, coding.Memo))];

    /// <summary>A coding, without who gave it.</summary>
    /// <param name="Words">The words as they may be read.</param>
    /// <param name="Stance">For, against or nuance.</param>
    /// <param name="Memo">The note on it.</param>
    public sealed record View(string Words, Stance Stance, string? Memo);
}
