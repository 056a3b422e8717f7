using BTech.Languages.Coach;
using Xunit;

namespace BTech.Languages.Tests.Coach;

/// <summary>How much the coach finds, and how often it is wrong, in each of the six languages.</summary>
public sealed class CorpusTests
{
    private const double LeastRecall = 0.9;
    private const int WordsPerFalseAlarm = 200;

    private static readonly SelfIdentification Coach = new(Gazetteer.Shipped);

    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Coach_FindsNineOfTenTellingPassages(string code)
    {
        var comments = Corpus.Telling(Language.Find(code)!);
        var (all, missed) = (0, new List<string>());
        foreach (var comment in comments)
        {
            var marks = Coach.Find(comment.Text, comment.Own);
            foreach (var (start, end) in comment.Telling)
            {
                all++;
                if (!marks.Any(mark => IsOn(mark, start, end))) missed.Add(CodePoints.Slice(comment.Text, start, end));
            }
        }
        Say($"{code}: {all - missed.Count} of {all} passages found ({(all - missed.Count) / (double)all:P1}). Missed: {string.Join(" | ", missed)}");
        Assert.True(all >= 40, $"Only {all} passages are marked.");
        Assert.True(all - missed.Count >= LeastRecall * all, string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Coach_RaisesAtMostOneFalseAlarmInTwoHundredWords(string code)
    {
        var language = Language.Find(code)!;
        var (words, alarms) = (0, new List<string>());
        foreach (var text in Corpus.Clean(language))
        {
            words += Corpus.Words(text, language);
            alarms.AddRange(Coach.Find(text, OwnEntry.Nobody).Select(mark => $"{mark.Tell}: {CodePoints.Slice(text, mark.Start, mark.End)}"));
        }
        Assert.True(words >= 1200, $"Only {words} words.");
        // Beside the marked passages of the comments nothing may tell either.
        foreach (var comment in Corpus.Telling(language))
        {
            words += Corpus.Words(comment.Text, language);
            alarms.AddRange(Coach.Find(comment.Text, comment.Own).Where(mark => !comment.Telling.Any(telling => mark.Start < telling.End && telling.Start < mark.End))
                .Select(mark => $"{mark.Tell}: {CodePoints.Slice(comment.Text, mark.Start, mark.End)}"));
        }
        Say($"{code}: {alarms.Count} false alarms in {words} words (one per {(alarms.Count == 0 ? "-" : (words / alarms.Count).ToString(System.Globalization.CultureInfo.InvariantCulture))}): {string.Join(" | ", alarms)}");
        Assert.True(alarms.Count * WordsPerFalseAlarm <= words, string.Join('\n', alarms));
    }

    // A mark is on a passage when it covers at least a third of it.
    private static bool IsOn(TellingPassage mark, int start, int end) => 3 * (Math.Min(mark.End, end) - Math.Max(mark.Start, start)) >= end - start;

    private static void Say(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);
}
