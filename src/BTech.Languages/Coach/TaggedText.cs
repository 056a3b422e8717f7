using System.Text;

namespace BTech.Languages.Coach;

/// <summary>A folded text in which each recognised word or name is one character of <see cref="Tags"/>; it still knows where everything came from.</summary>
internal sealed class TaggedText
{
    // Between the words of one name: "Bosnia-Herzegovina", "Côte d'Ivoire", "AT&T", "Booking.com".
    private static readonly string[] Joints = [" ", "-", "'", "&", " & ", ".", ". ", "/"];

    // Small words within a name in capitals: "Centre for the Rule of Law".
    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal) { "of", "and", "for", "the", "de", "du", "des", "la", "le", "les", "del", "los", "las", "y", "et", "e", "d", "l", "pour", "para", "и", "по", "для" };

    private readonly FoldedText _text;
    private readonly Vocabulary _words;
    private readonly StringBuilder _tagged = new();
    private readonly List<(int From, int To)> _places = [];

    public TaggedText(FoldedText text, Vocabulary words)
    {
        (_text, _words) = (text, words);
        for (var at = 0; at < text.Text.Length;) at = words.HasSpaces || !IsHan(text.Text[at]) ? Word(at) : Han(at);
        Text = _tagged.ToString();
    }

    /// <summary>The tagged text.</summary>
    public string Text { get; }

    /// <summary>The UTF-16 places in the original of a stretch of the tagged text.</summary>
    public (int Start, int End) Origin(int start, int length) => (_text.StartOf(_places[start].From), _text.EndOf(_places[start + length - 1].To - 1));

    // The next unit or, where a word begins, the longest entry, name or word.
    private int Word(int at)
    {
        var text = _text.Text;
        if (!char.IsLetterOrDigit(text[at]) || (!_words.HasSpaces && IsHan(text[at]))) return Plain(at, at + 1);
        var first = text[at..WordEnd(at)];
        var longest = 1;
        foreach (var (length, _) in _words.Prefixes(first)) longest = Math.Max(longest, _words.LongestFrom(first[length..]));
        var ends = WordEnds(at, longest);
        for (var count = ends.Count; count > 0; count--)
        {
            var words = Vocabulary.WordsOf(text[at..ends[count - 1]]);
            foreach (var (length, shown) in _words.Prefixes(words[0]))
            {
                words[0] = text[(at + length)..ends[0]];
                if (_words.Find(words, _text.IsCapital(at + length)) is not { } tag) continue;
                Plain(at, at + shown);
                return Tagged(tag, at + shown, ends[count - 1]);
            }
        }
        var run = CapitalRun(at);
        return run > at ? Tagged(Tags.Capitals, at, run) : Plain(at, ends[0]);
    }

    private int Han(int at)
    {
        var text = _text.Text;
        for (var length = Math.Min(_words.LongestFrom(text.Substring(at, 1)), text.Length - at); length > 0; length--)
            if (_words.Find([text.Substring(at, length)], isCapital: true) is { } tag) return Tagged(tag, at, at + length);
        return Plain(at, at + 1);
    }

    private int WordEnd(int at)
    {
        while (at < _text.Text.Length && char.IsLetterOrDigit(_text.Text[at]) && (_words.HasSpaces || !IsHan(_text.Text[at]))) at++;
        return at;
    }

    // Where the words end that could make one entry from here.
    private List<int> WordEnds(int at, int longest)
    {
        var ends = new List<int>();
        while (ends.Count < longest)
        {
            var end = WordEnd(at);
            if (end == at) break;
            ends.Add(end);
            if (JointAt(end) is not { } joint) break;
            at = end + joint.Length;
        }
        return ends;
    }

    // The end of a run of capitalised words that holds a name; the same place when there is none. Where a language has no capitals, Latin
    // words within it are such a run.
    private int CapitalRun(int at)
    {
        var text = _text.Text;
        if (!_text.IsCapital(at) || !IsCased(text[at])) return at;
        if (_words.HasCapitals && _text.BeginsSentence(at)) return at;
        var (end, next, holdsName) = (at, at, false);
        while (next < text.Length && char.IsLetterOrDigit(text[next]))
        {
            var wordEnd = next;
            while (wordEnd < text.Length && char.IsLetterOrDigit(text[wordEnd])) wordEnd++;
            var word = text[next..wordEnd];
            if (_text.IsCapital(next) || (end > at && char.IsDigit(word[0])))
            {
                end = wordEnd;
                holdsName |= !_words.Everyday.Contains(_words.Stem(word)) && _words.Find([word], _text.IsCapital(next)) is null && word.Length > 1;
            }
            else if (!Connectors.Contains(word)) break;
            if (JointAt(wordEnd) is not { } joint) break;
            next = wordEnd + joint.Length;
        }
        return holdsName ? end : at;
    }

    private string? JointAt(int at) => Array.Find(Joints, joint => string.CompareOrdinal(_text.Text, at, joint, 0, joint.Length) == 0
        && at + joint.Length < _text.Text.Length && char.IsLetterOrDigit(_text.Text[at + joint.Length])
        // A full stop and a capital are a new sentence.
        && !(joint == ". " && _text.IsCapital(at + joint.Length)));

    private int Plain(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            _tagged.Append(_text.Text[at]);
            _places.Add((at, at + 1));
        }
        return to;
    }

    private int Tagged(char tag, int from, int to)
    {
        _tagged.Append(tag);
        _places.Add((from, to));
        return to;
    }

    private static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9FFF';

    private static bool IsCased(char letter) => letter is < '\u0600';
}
