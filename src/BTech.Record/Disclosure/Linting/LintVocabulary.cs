using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using BTech.Agenda.Consultations;
using BTech.Languages;
using BTech.Languages.Coach;

namespace BTech.Record.Disclosure.Linting;

/// <summary>
/// The words of one language by which the rules know who speaks and how much is claimed, from <c>Words/&lt;language&gt;.txt</c>, with the names that the
/// consultation gives its groups. A line under a rule's heading is a regular expression over a folded sentence; <c>&lt;people&gt;</c> in it stands for
/// the words under <c>[people]</c>, and so on.
/// </summary>
internal sealed partial class LintVocabulary
{
    private const string GroupHeading = "group ";
    private const string ListedHeading = "listed ";

    // Words such as "a", which count right before a group's word alone: "as a result companies asked".
    private const string ArticleHeading = "article ";

    // One for each consultation and language, made again when its groups are called otherwise: those of names that are gone would stay for ever.
    private static readonly ConcurrentDictionary<(Guid Consultation, string Language), (string Names, LintVocabulary Vocabulary)> Made = new();

    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly List<(Regex Words, int Reach, string Rung)> _listed = [];
    private readonly List<(Regex Word, string Label)> _groups;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Regex>> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Regex> _lists = new(StringComparer.Ordinal);
    private readonly bool _hasBlanks;

    private LintVocabulary(Language language, Consultation consultation)
    {
        _hasBlanks = language != Language.Chinese;
        // The consultation's own names of its groups first: a group may be called by a word that elsewhere means another.
        foreach (var group in consultation.Groups)
        {
            Label(group.Label, group.Adjective.In(language).Text, group.Name.In(language).Text);
            Label(group.Family, group.FamilyAdjective.In(language).Text, group.FamilyName.In(language).Text);
        }
        Read(language);
        _words["country"] = [.. Gazetteer.Shipped.CountryNames(language).Select(name => Declined(language, Regex.Escape(Fold(name))))];
        _words["group"] = [.. _labels.Keys];
        _groups = [.. _labels.Select(one => (new Regex($"^(?:{one.Key})$", RegexOptions.CultureInvariant), one.Value))];
        foreach (var (heading, words) in _words)
        {
            if (heading.StartsWith(ListedHeading, StringComparison.Ordinal)) _listed.Add((Whole(AnyOf(words)), 2, heading[ListedHeading.Length..]));
            else if (heading.StartsWith(ArticleHeading, StringComparison.Ordinal)) _listed.Add((Whole(AnyOf(words)), 0, heading[ArticleHeading.Length..]));
        }
    }

    /// <summary>The vocabulary of a language and of a consultation's groups, made once: reading it and building its patterns takes longer than a whole check.</summary>
    public static LintVocabulary Of(Language language, Consultation consultation)
    {
        var names = string.Join('\n', consultation.Groups.SelectMany(group => new[]
        {
            group.Label, group.Adjective.In(language).Text, group.Name.In(language).Text, group.Family, group.FamilyAdjective.In(language).Text, group.FamilyName.In(language).Text,
        }));
        var key = (consultation.Id, language.Code);
        if (Made.TryGetValue(key, out var made) && made.Names == names) return made.Vocabulary;
        return (Made[key] = (names, new LintVocabulary(language, consultation))).Vocabulary;
    }

    /// <summary>The patterns of a rule.</summary>
    /// <exception cref="InvalidDataException">The language's file has no such heading, or a word list of that name is missing.</exception>
    public IReadOnlyList<Regex> Patterns(string rule) =>
        _patterns.GetOrAdd(rule, _ => [.. (_lines.GetValueOrDefault(rule) ?? throw Missing(rule)).Select(line => Whole(Placed().Replace(line, Filled)))]);

    /// <summary>Where a rule's patterns stand in a sentence, in reading order: of two that overlap the one that begins first, then the longer one.</summary>
    /// <param name="rule">Heading of the patterns.</param>
    /// <param name="folded">The folded sentence.</param>
    /// <param name="where">Leaves out those for which it does not hold, and lets others stand in their place.</param>
    public IEnumerable<Match> Matches(string rule, string folded, Func<Match, bool>? where = null)
    {
        var end = 0;
        foreach (var match in Patterns(rule).SelectMany(pattern => pattern.Matches(folded)).OrderBy(match => match.Index).ThenByDescending(match => match.Length))
        {
            if (match.Index < end || where?.Invoke(match) == false) continue;
            end = match.Index + match.Length;
            yield return match;
        }
    }

    /// <summary>Words and names as they are listed, folded.</summary>
    /// <exception cref="InvalidDataException">The language's file has no such list.</exception>
    public IReadOnlyList<string> Words(string heading) => _words.GetValueOrDefault(heading) ?? throw Missing(heading);

    /// <summary>Whether a folded text has one of the words listed under a heading, whole.</summary>
    /// <exception cref="InvalidDataException">The language's file has no such list.</exception>
    public bool Knows(string heading, string folded) => _lists.GetOrAdd(heading, _ => Whole(AnyOf(Words(heading)))).IsMatch(folded);

    /// <summary>The labels of the groups that a folded word may stand for: a family and one of its groups may go by the same one.</summary>
    public IEnumerable<string> LabelsOf(string word) =>
        _groups.Where(one => one.Word.IsMatch(word)).Select(one => one.Label).Distinct(StringComparer.Ordinal);

    /// <summary>The rung whose word on how many stands right before a place.</summary>
    public string? ListedBefore(string folded, int at)
    {
        var before = folded[Math.Max(0, at - 30)..at];
        return _listed.Select(one => (one.Rung, one.Reach, Match: one.Words.Matches(before).LastOrDefault())).Where(one => one.Match is not null && WordsAfter(before, one.Match) <= one.Reach)
            .OrderByDescending(one => one.Match!.Index + one.Match.Length).ThenByDescending(one => one.Match!.Length).Select(one => one.Rung).FirstOrDefault();
    }

    /// <summary>The rung whose word on how many belongs to a group's word: before all that was matched, or within it ("according to a number of companies", a verb that comes first).</summary>
    public string? ListedIn(string folded, Match match) => ListedBefore(folded, match.Index) ?? ListedBefore(folded, match.Groups["group"].Index);

    private int WordsAfter(string before, Match match)
    {
        var rest = before[(match.Index + match.Length)..];
        return _hasBlanks ? rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length : rest.Length / 2;
    }

    private void Read(Language language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BTech.Record.Disclosure.Linting.Words.{language.Code}.txt")!;
        using var reader = new StreamReader(stream);
        var heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (Heading().IsMatch(line)) heading = line.Trim('[', ']');
            else if (char.IsUpper(heading[0])) Under(_lines, heading).Add(Fold(line));
            else
            {
                var words = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold).ToList();
                if (heading.StartsWith(GroupHeading, StringComparison.Ordinal)) foreach (var word in words) _labels.TryAdd(word, heading[GroupHeading.Length..]);
                else Under(_words, heading).AddRange(words);
            }
        }
    }

    private void Label(string label, params IEnumerable<string> names)
    {
        foreach (var name in names.Select(Fold).Where(name => name.Length > 1)) _labels.TryAdd(Regex.Escape(name), label);
    }

    private string Filled(Match place)
    {
        var name = place.Groups[1].Value;
        var words = AnyOf(Words(name));
        return name == "group" ? $"(?<group>{words})" : $"(?:{words})";
    }

    // The longest first, so that "civil society organisations" is not read as "civil society".
    private static string AnyOf(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length));

    private static InvalidDataException Missing(string heading) => new($"The lint's words have no [{heading}].");

    // Where words are parted by blanks, a match begins and ends with a whole word.
    private Regex Whole(string pattern) => new(_hasBlanks ? $@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])" : $"(?:{pattern})", RegexOptions.CultureInvariant);

    // A Russian name changes its ending: "из Кении", "из Казахстана".
    private static string Declined(Language language, string name) =>
        language == Language.Russian && name.Length > 4 ? name.TrimEnd('а', 'я', 'и', 'ь', 'о', 'е', 'ы') + @"\p{L}{0,3}" : name;

    private static List<string> Under(Dictionary<string, List<string>> lists, string heading)
    {
        if (!lists.TryGetValue(heading, out var list)) lists[heading] = list = [];
        return list;
    }

    // Small and capital letters are told apart in the names of categories alone.
    private static string Fold(string text) => new FoldedText(text).Text.Replace(@"\p{l}", @"\p{L}", StringComparison.Ordinal);

    [GeneratedRegex(@"^\[[\p{L} -]+\]$")]
    private static partial Regex Heading();

    [GeneratedRegex("<([a-z]+)>")]
    private static partial Regex Placed();
}
