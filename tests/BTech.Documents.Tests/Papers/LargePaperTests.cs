using System.Diagnostics;
using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Documents.Tests.Papers;

/// <summary>P10: a paper of 200 pages is read, and compared with its next version, each within two seconds; five times as long on a machine that is busy.</summary>
public sealed class LargePaperTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(10);
    private static readonly string[] Words = [.. Enumerable.Range(0, 3000).Select(number => $"{(char)('a' + number % 26)}{number}")];

    private readonly Random _random = new(3);

    [Fact]
    public void Paper_Of200Pages_IsReadAndComparedInTime()
    {
        List<string[]> texts = [.. Enumerable.Range(0, 1000).Select(_ => Enumerable.Range(0, 100).Select(_ => Word()).ToArray())];
        // A third stays, the rest has every sixth word changed, one paragraph in twenty goes.
        List<string[]> changed = [.. texts.Select(text => _random.Next(3) == 0 ? text : text.Select(word => _random.Next(6) == 0 ? Word() : word).ToArray()).Where(_ => _random.Next(20) > 0)];
        var (old, @new) = (Import(texts), Import(changed));
        Assert.Equal(1000, old.Paragraphs.Count(paragraph => !paragraph.IsHeading));

        var started = Stopwatch.StartNew();
        var lines = PaperComparison.Of(old, @new, Alignment.Propose(old.Paragraphs, @new.Paragraphs)).Lines;
        var runs = lines.Sum(line => WordChanges.Between(Text(line.Old), Text(line.New)).Count);
        Assert.True(started.Elapsed < Bar, $"{started.Elapsed} for {runs} runs");
        Assert.InRange(lines.Count(line => line.Kind == ChangeKind.Deleted && !line.IsHeading), 1000 - changed.Count, 1000 - changed.Count + 5);
    }

    private static PaperVersion Import(List<string[]> texts)
    {
        using var file = HandmadeDocx.Of(string.Concat(texts.Select((text, at) =>
            (at % 20 == 0 ? $"<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:t>Part {at}</w:t></w:r></w:p>" : "")
            + $"<w:p>{string.Concat(text.Chunk(8).Select((words, part) => $"<w:r><w:rPr>{(part == 2 ? "<w:b/>" : "")}</w:rPr><w:t xml:space='preserve'>{string.Join(' ', words)} </w:t></w:r>"))}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>")));
        var started = Stopwatch.StartNew();
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Title = LocalizedText.InEnglish("Paper") };
        paper.Paragraphs.AddRange(new PaperOutline(PaperMarkdown.Read(PaperDocx.Read(file))).Number(paper.Id, [], Language.English));
        Assert.True(started.Elapsed < Bar, $"{started.Elapsed}");
        return paper;
    }

    private string Word() => Words[(int)(Math.Pow(_random.NextDouble(), 3) * Words.Length)];

    private static string Text(IReadOnlyList<Paragraph> paragraphs) => string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text.ToString()));
}
