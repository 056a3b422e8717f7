using System.Text;
using System.Text.RegularExpressions;
using BTech.Languages;

namespace BTech.Record.Inputs;

/// <summary>A sealed text as readers may see it: masked passages are gone and a mark stands in their place.</summary>
public sealed class MaskedText
{
    /// <summary>What stands for a masked passage wherever text is shown without markup.</summary>
    public const string Mark = "[…]";

    private readonly string _text;
    private readonly List<(int Start, int End)> _hidden;

    /// <summary>Reads a text with its masks; masks may overlap and touch.</summary>
    public MaskedText(string text, IEnumerable<Mask> masks)
        : this(text, (masks ?? throw new ArgumentNullException(nameof(masks))).Select(mask => (mask.Start, mask.End)))
    {
    }

    private MaskedText(string text, IEnumerable<(int Start, int End)> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        Length = CodePoints.Count(text);
        _hidden = Joined(passages.Select(passage => (Math.Clamp(passage.Start, 0, Length), Math.Clamp(passage.End, 0, Length))));
    }

    /// <summary>A stretch of the text in one state.</summary>
    /// <param name="Start">First code point.</param>
    /// <param name="End">Code point after the last.</param>
    /// <param name="Words">The words, or nothing where they are masked.</param>
    public sealed record Stretch(int Start, int End, string? Words)
    {
        /// <summary>Whether the words are hidden.</summary>
        public bool IsMasked => Words is null;
    }

    /// <summary>A numbered sentence.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Start">First code point.</param>
    /// <param name="End">Code point after the last.</param>
    /// <param name="Stretches">Its words and masked passages.</param>
    public sealed record Sentence(int Number, int Start, int End, IReadOnlyList<Stretch> Stretches);

    /// <summary>Number of code points, hidden ones included.</summary>
    public int Length { get; }

    /// <summary>The whole text in stretches.</summary>
    public IReadOnlyList<Stretch> Stretches => Between(0, Length);

    /// <summary>The text in numbered sentences. Boundaries are those of the text itself, so that positions stay when a mask is added.</summary>
    public IReadOnlyList<Sentence> Sentences =>
        [.. BTech.Languages.Sentences.Of(_text).Select((place, index) => new Sentence(index + 1, place.Start, place.End, Between(place.Start, place.End)))];

    /// <summary>The same text with further passages hidden, as readers would see it.</summary>
    public MaskedText Without(IEnumerable<(int Start, int End)> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        return new MaskedText(_text, _hidden.Concat(passages));
    }

    /// <summary>Whether nothing at all may be read between two positions.</summary>
    public bool IsHidden(int start, int end) => _hidden.Count == 0 ? start >= end || string.IsNullOrWhiteSpace(CodePoints.Slice(_text, start, end)) : Between(start, end).All(stretch => stretch.IsMasked || string.IsNullOrWhiteSpace(stretch.Words));

    /// <summary>The words between two positions, with <see cref="Mark"/> for masked passages.</summary>
    public string Read(int start, int end) => _hidden.Count == 0 ? start == 0 && end == Length ? _text : CodePoints.Slice(_text, start, end) : string.Concat(Between(start, end).Select(stretch => stretch.Words ?? Mark));

    /// <summary>The whole text, with <see cref="Mark"/> for masked passages.</summary>
    public string Read() => Read(0, Length);

    /// <summary>Where words stand, letter by letter, within passages or, without any, in the whole text. Masked passages are not looked into.</summary>
    /// <param name="words">The words; blanks around them do not count, and a run of blanks matches any other.</param>
    /// <param name="within">Passages to look in.</param>
    /// <returns>Each place, in code points, the end exclusive.</returns>
    public IReadOnlyList<(int Start, int End)> Find(string words, IReadOnlyList<(int Start, int End)> within)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(within);
        var parts = UnicodeForm.Of(words, NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return [];
        var pattern = string.Join(@"\s+", parts.Select(Regex.Escape));
        return [.. (within.Count == 0 ? [(0, Length)] : within).SelectMany(passage => Between(passage.Start, passage.End)).Where(stretch => !stretch.IsMasked)
            .SelectMany(stretch => Regex.Matches(stretch.Words!, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                .Select(found => (stretch.Start + CodePoints.FromIndex(stretch.Words!, found.Index), stretch.Start + CodePoints.FromIndex(stretch.Words!, found.Index + found.Length))))];
    }

    /// <summary>Where the words between two positions stand in what <see cref="Read()"/> gives; a place inside a masked passage is at its mark.</summary>
    /// <returns>Positions in code points, the end exclusive.</returns>
    internal (int Start, int End) PlaceWhenRead(int start, int end)
    {
        if (_hidden.Count == 0) return (start, end);
        var before = CodePoints.Count(Read(0, start));
        // A mark that begins before the place and reaches into it is part of it.
        if (_hidden.Exists(passage => passage.Start < start && start < passage.End)) before -= CodePoints.Count(Mark);
        return (before, before + CodePoints.Count(Read(start, end)));
    }

    private List<Stretch> Between(int start, int end)
    {
        var stretches = new List<Stretch>();
        var at = start;
        foreach (var (from, to) in _hidden)
        {
            if (to <= start || from >= end) continue;
            if (from > at) stretches.Add(Open(at, from));
            stretches.Add(new Stretch(Math.Max(from, start), Math.Min(to, end), null));
            at = Math.Min(to, end);
        }
        if (at < end) stretches.Add(Open(at, end));
        return stretches;
    }

    private Stretch Open(int start, int end) => new(start, end, CodePoints.Slice(_text, start, end));

    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> passages)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var passage in passages.Where(passage => passage.End > passage.Start).OrderBy(passage => passage.Start))
        {
            if (joined.Count > 0 && passage.Start <= joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, passage.End));
            else joined.Add(passage);
        }
        return joined;
    }
}
