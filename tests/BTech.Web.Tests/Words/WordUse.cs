using System.Text;
using System.Text.RegularExpressions;
using BTech.Web.Settings;

namespace BTech.Web.Tests.Words;

/// <summary>Where the source asks for words: <c>W["Index.Title"]</c>, <c>words.Plural("Index.Days", …)</c>, <c>S[$"State.{…}"]</c>.</summary>
internal static partial class WordUse
{
    /// <summary>A key or a pattern of keys that one place of the source asks one file for.</summary>
    public sealed record Request(string Source, string File, string Pattern)
    {
        public bool Fits(string key) => Regex.IsMatch(key, Pattern);
    }

    public static IReadOnlyList<(string Path, string Text)> Sources { get; } =
    [
        .. new[] { "BTech.Web", "BTech.Record", "BTech.Documents" }.Select(project => Path.Combine(Repository, "src", project))
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".cshtml")
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(Repository, path), File.ReadAllText(path))),
    ];

    public static IReadOnlyList<Request> Requests { get; } = [.. Sources.SelectMany(source => RequestsOf(source.Path, source.Text))];

    /// <summary>Keys that code hands on to the place that asks: string literals that may be a key or the beginning of one, as patterns.</summary>
    public static IReadOnlyList<string> KeysInCode { get; } =
        [.. Sources.Where(source => source.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(source => LiteralsOf(source.Text)).Distinct()];

    private static string Repository => DataSettings.Repository() ?? throw new InvalidOperationException("These tests read the source, which is not here.");

    private static IEnumerable<Request> RequestsOf(string path, string text)
    {
        var files = LocalizersOf(path, text);
        foreach (Match use in Use().Matches(text))
        {
            var asked = use.Groups["phrases"].Success ? "Phrases" : files.GetValueOrDefault(use.Groups["name"].Value);
            if (asked is null) continue;
            var argument = FirstArgument(text, use.Index + use.Length, use.Groups["phrases"].Success ? 1 : 0);
            foreach (var pattern in LiteralsOf(argument)) yield return new Request(path, asked, pattern);
        }
    }

    // By the localizer's declaration in the file, else in the folder's imports or the page's base class.
    private static Dictionary<string, string> LocalizersOf(string path, string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal) { ["S"] = "Shared" };
        foreach (Match declared in Declared().Matches(text)) found[declared.Groups["name"].Value] = declared.Groups["file"].Value;
        var folder = Sources.Where(source => Path.GetFileName(source.Path) == "_ViewImports.cshtml" && path.StartsWith(Path.GetDirectoryName(source.Path)! + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(source => Declared().Matches(source.Text)).LastOrDefault(declared => declared.Groups["name"].Value == "W")?.Groups["file"].Value;
        if (folder is null) return found;
        found.TryAdd("W", folder);
        found.TryAdd("Words", folder);
        return found;
    }

    private static string FirstArgument(string text, int start, int skipped)
    {
        var (depth, argument, isQuoted) = (0, new StringBuilder(), false);
        for (var at = start; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '"') isQuoted = !isQuoted;
            if (!isQuoted)
            {
                if (character is '(' or '[' or '{') depth++;
                else if (character is ')' or ']' or '}' && depth-- == 0) break;
                else if (character == ',' && depth == 0 && skipped-- == 0) break;
                else if (character == ',' && depth == 0) argument.Clear();
            }
            argument.Append(character);
        }
        return argument.ToString();
    }

    private static IEnumerable<string> LiteralsOf(string text)
    {
        foreach (Match literal in Literal().Matches(text))
        {
            var content = literal.Groups["content"].Value;
            if (!Key().IsMatch(content)) continue;
            var isBeginning = literal.Groups["interpolated"].Success ? content.Contains('{', StringComparison.Ordinal) : content.EndsWith('.');
            var pattern = literal.Groups["interpolated"].Success ? string.Join(".+", Hole().Split(content).Select(Regex.Escape)) : Regex.Escape(content) + (isBeginning ? ".+" : "");
            yield return $"^{pattern}$";
        }
    }

    [GeneratedRegex("""(?<!\w)(?:(?<name>\w+)(?:\[|\.Plural\()|(?<phrases>Phrases\.In\())""")]
    private static partial Regex Use();

    [GeneratedRegex(@"IStringLocalizer<(?:[\w.]+\.)?(?<file>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<interpolated>\$)?\x22(?<content>(?:[^\x22\\]|\\.)*)\x22")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9-]*(?:\.|$)")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
