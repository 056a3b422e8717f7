using System.Globalization;
using System.Text;

namespace BTech.Languages.Coach;

/// <summary>
/// A text folded for comparison (<see cref="Folding"/>) that still knows where each of its units came from. White space becomes one
/// space, an empty line a line end.
/// </summary>
public sealed class FoldedText
{
    private readonly string _original;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    /// <summary>Folds a text.</summary>
    public FoldedText(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        _original = original;
        var folded = new StringBuilder(original.Length);
        for (var index = 0; index < original.Length;)
        {
            Rune.DecodeFromUtf16(original.AsSpan(index), out var rune, out var length);
            var end = index + length;
            if (Rune.IsWhiteSpace(rune))
            {
                while (end < original.Length && char.IsWhiteSpace(original[end])) end++;
                Add(folded, original.AsSpan(index, end - index).Count('\n') > 1 ? "\n" : " ", index, end);
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            {
                // Belongs to the letter before it.
                if (_ends.Count > 0) _ends[^1] = end;
            }
            else
            {
                Add(folded, Folded(rune), index, end);
            }
            index = end;
        }
        Text = folded.ToString();
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>The UTF-16 index in the original at which a folded unit begins.</summary>
    public int StartOf(int at) => _starts[at];

    /// <summary>The UTF-16 index in the original after a folded unit.</summary>
    public int EndOf(int at) => _ends[at];

    /// <summary>Whether the letter at this folded position is a capital in the original.</summary>
    public bool IsCapital(int at) => char.IsUpper(_original[_starts[at]]);

    /// <summary>Whether a word at this folded position would begin a sentence or a line, where a capital says nothing.</summary>
    public bool BeginsSentence(int at)
    {
        var before = at - 1;
        while (before >= 0 && Text[before] is ' ' or '"' or '\'' or '(' or '-' or '*') before--;
        return before < 0 || Text[before] is '\n' or '.' or '!' or '?' or ':' or '…' or '。';
    }

    private static string Folded(Rune rune) => rune.Value switch
    {
        // The Arabic comma, semicolon and question mark part sentences as any other.
        0x060C => ",",
        0x061B => ";",
        0x061F => "?",
        < 0x80 => ((char)Rune.ToLowerInvariant(rune).Value).ToString(),
        >= 0x4E00 and <= 0x9FFF => rune.ToString(),
        _ => Folding.Fold(rune.ToString()),
    };

    private void Add(StringBuilder folded, string units, int start, int end)
    {
        folded.Append(units);
        for (var unit = 0; unit < units.Length; unit++)
        {
            _starts.Add(start);
            _ends.Add(end);
        }
    }
}
