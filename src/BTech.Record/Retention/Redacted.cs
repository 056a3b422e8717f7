using System.Text;
using BTech.Languages;

namespace BTech.Record.Retention;

/// <summary>
/// A text in which each hidden passage is gone for good. One block stands for it whatever its length, since the length of a name says much
/// about the name; places in the text are moved along.
/// </summary>
internal sealed class Redacted
{
    /// <summary>What stands for an erased passage in the stored text. Readers still see the mark of a mask there.</summary>
    public const char Block = '█';

    private readonly List<(int Start, int End)> _hidden = [];

    /// <param name="text">The text as it was written.</param>
    /// <param name="passages">The hidden passages in code points; they may overlap and touch.</param>
    public Redacted(string text, IEnumerable<(int Start, int End)> passages)
    {
        var length = CodePoints.Count(text);
        foreach (var (start, end) in passages.Select(passage => (Math.Clamp(passage.Start, 0, length), Math.Clamp(passage.End, 0, length))).Where(passage => passage.Item2 > passage.Item1).Order())
        {
            if (_hidden.Count > 0 && start <= _hidden[^1].End) _hidden[^1] = (_hidden[^1].Start, Math.Max(_hidden[^1].End, end));
            else _hidden.Add((start, end));
        }
        var kept = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in _hidden)
        {
            kept.Append(CodePoints.Slice(text, at, start)).Append(Block);
            at = end;
        }
        Text = kept.Append(CodePoints.Slice(text, at, length)).ToString();
        Erased = [.. _hidden.Select(passage => CodePoints.Slice(text, passage.Start, passage.End)).Where(passage => passage != Block.ToString())];
    }

    /// <summary>What is left.</summary>
    public string Text { get; }

    /// <summary>The passages that are gone; those that had gone before are not among them.</summary>
    public IReadOnlyList<string> Erased { get; }

    /// <summary>Whether nothing but an erased passage lies between two places.</summary>
    public static bool IsErased(string text, int start, int end) => end == start + 1 && CodePoints.Slice(text, start, end) == Block.ToString();

    /// <summary>Where a passage lies now. One that begins or ends inside a hidden one takes in the block.</summary>
    public (int Start, int End) Moved(int start, int end) => (Moved(start, isEnd: false), Moved(end, isEnd: true));

    private int Moved(int place, bool isEnd)
    {
        var gone = 0;
        foreach (var (start, end) in _hidden)
        {
            if (place <= start) break;
            if (place < end) return start - gone + (isEnd ? 1 : 0);
            gone += end - start - 1;
        }
        return place - gone;
    }
}
