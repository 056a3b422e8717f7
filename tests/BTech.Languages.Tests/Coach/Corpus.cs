using System.Reflection;
using System.Text;
using BTech.Languages.Coach;

namespace BTech.Languages.Tests.Coach;

/// <summary>
/// Texts written for these tests, none taken from elsewhere: comments in which the telling passages are marked (<c>Telling/</c>), and texts of
/// the kind that such consultations bring, in which nobody says who they are (<c>Clean/</c>).
/// </summary>
internal static class Corpus
{
    /// <summary>A comment with its writer's own entry and the marked passages: code points from 0, end exclusive.</summary>
    public sealed record Comment(string Text, OwnEntry Own, IReadOnlyList<(int Start, int End)> Telling);

    public static IReadOnlyList<Comment> Telling(Language language)
    {
        var own = OwnEntry.Nobody;
        var comments = new List<Comment>();
        foreach (var line in Lines("Telling", language))
        {
            if (line[0] == '@') own = Entry(line[1..]);
            else comments.Add(Marked(line, own));
        }
        return comments;
    }

    public static IReadOnlyList<string> Clean(Language language) => [.. Lines("Clean", language)];

    /// <summary>Words of a text; where there are no spaces, two characters are taken for one, which is rather few words.</summary>
    public static int Words(string text, Language language) => language == Language.Chinese
        ? text.Count(char.IsLetter) / 2
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static OwnEntry Entry(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return parts.Length == 4 ? new OwnEntry(parts[0], parts[1], parts[2], parts[3]) : OwnEntry.Nobody;
    }

    private static Comment Marked(string line, OwnEntry own)
    {
        var (text, marks, start) = (new StringBuilder(), new List<(int, int)>(), 0);
        for (var index = 0; index < line.Length; index++)
        {
            if (index + 1 < line.Length && line.AsSpan(index, 2) is "[[") (start, index) = (text.Length, index + 1);
            else if (index + 1 < line.Length && line.AsSpan(index, 2) is "]]")
            {
                marks.Add((start, text.Length));
                index++;
            }
            else text.Append(line[index]);
        }
        var whole = text.ToString();
        return new Comment(whole, own, [.. marks.Select(mark => (CodePoints.FromIndex(whole, mark.Item1), CodePoints.FromIndex(whole, mark.Item2)))]);
    }

    private static IEnumerable<string> Lines(string folder, Language language)
    {
        var name = language.Code switch { "ar" => "arabic", "zh" => "chinese", "fr" => "french", "ru" => "russian", "es" => "spanish", _ => "english" };
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"BTech.Languages.Tests.Coach.{folder}.{name}.txt")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
