using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Languages.Coach;

/// <summary>
/// How people speak of themselves in one language: words and patterns from <c>Cues/&lt;language&gt;.txt</c>. A line under <c>[passages]</c>
/// is a <see cref="Tell"/>, a colon and a regular expression over a <see cref="TaggedText"/>; it is folded like the text it is tried on.
/// </summary>
internal sealed partial class Cues
{
    private readonly List<(Tell Tell, Regex Pattern)> _passages = [];
    private readonly HashSet<string> _firstPerson = new(StringComparer.Ordinal);

    public Cues(Language language, Gazetteer gazetteer)
    {
        Language = language;
        Words = new Vocabulary(language);
        var section = "";
        foreach (var line in Gazetteer.Lines($"Cues.{File(language)}.txt"))
        {
            if (line[0] == '[') section = line;
            else if (section == "[passages]") Passage(line);
            else foreach (var word in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Word(section, word);
        }
        foreach (var organisation in gazetteer.Organisations)
            foreach (var name in organisation.Names) Words.Add(name, Tags.Known, needsCapital: name.Any(char.IsUpper));
        foreach (var country in gazetteer.Countries.Where(country => country.Language == language.Code))
            Words.Add(country.Name, country.IsNationality ? Tags.Nationality : Tags.Country, needsCapital: char.IsUpper(country.Name[0]));
    }

    public Language Language { get; }

    public Vocabulary Words { get; }

    /// <summary>What the general rules mark in a text.</summary>
    public IEnumerable<Found> Of(FoldedText text)
    {
        var tagged = new TaggedText(text, Words);
        foreach (var (tell, pattern) in _passages)
            foreach (Match match in pattern.Matches(tagged.Text))
            {
                if (match.Length == 0) continue;
                var (start, end) = tagged.Origin(match.Index, match.Length);
                yield return new Found(start, end, tell);
            }
    }

    /// <summary>Whether a first person speaks in this stretch of a folded text.</summary>
    public bool SpeaksOfOneself(string folded) =>
        Words.HasSpaces ? Vocabulary.WordsOf(folded).Exists(_firstPerson.Contains) : _firstPerson.Any(word => folded.Contains(word, StringComparison.Ordinal));

    private void Word(string section, string word)
    {
        switch (section)
        {
            case "[first]": _firstPerson.Add(Folding.Fold(word)); break;
            case "[kind]": Words.Add(word, Tags.Kind, needsCapital: false); break;
            case "[our kind]": Words.Add(word, Tags.OurKind, needsCapital: false); break;
            case "[role]": Words.Add(word, Tags.Role, needsCapital: false); break;
            case "[our work]": Words.Add(word, Tags.OurWork, needsCapital: false); break;
            case "[work]": Words.Add(word, Tags.Work, needsCapital: false); break;
            case "[small]": Words.Small.Add(Folding.Fold(word)); break;
            case "[everyday]": foreach (var part in Vocabulary.WordsOf(Folding.Fold(word))) Words.Everyday.Add(Words.Stem(part)); break;
            default: throw new InvalidDataException($"{section} is not a section.");
        }
    }

    private void Passage(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var pattern = Literal().Replace(Folding.Fold(line[(colon + 1)..]), part => char.IsLetter(part.ValueSpan[0]) ? OrTagged(part.Value) : part.Value);
        foreach (var (name, meaning) in Tags.Patterns) pattern = pattern.Replace(name, meaning, StringComparison.Ordinal);
        // A pattern begins and ends with whole words; a tag is one character and no letter.
        if (Words.HasSpaces) pattern = $@"(?<!\w){(Language == Language.Arabic ? "[وف]?" : "")}(?:{pattern})(?!\w)";
        _passages.Add((Enum.Parse<Tell>(line[..colon]), new Regex(pattern, RegexOptions.CultureInvariant)));
    }

    // A word of the lists stands in the text as its tag, so a pattern that names the word means the tag as well.
    private string OrTagged(string literal)
    {
        if (Words.HasSpaces) return Words.Find([literal], isCapital: false) is { } tag ? $"(?:{literal}|{tag})" : literal;
        var tagged = new StringBuilder();
        for (var at = 0; at < literal.Length;)
        {
            var length = literal.Length - at;
            while (length > 1 && Words.Find([literal.Substring(at, length)], isCapital: false) is null) length--;
            tagged.Append(Words.Find([literal.Substring(at, length)], isCapital: false) is { } found ? $"(?:{literal.AsSpan(at, length)}|{found})" : literal.AsSpan(at, length));
            at += length;
        }
        return tagged.ToString();
    }

    private static string File(Language language) => language.Code switch
    {
        "ar" => "arabic",
        "zh" => "chinese",
        "fr" => "french",
        "ru" => "russian",
        "es" => "spanish",
        _ => "english",
    };

    // Names in angle brackets and escapes stay as they are; whatever else is written in letters is a word.
    [GeneratedRegex(@"<\w+>|\\.|\p{L}{2,}")]
    private static partial Regex Literal();
}
