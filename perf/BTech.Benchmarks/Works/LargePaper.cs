using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P10: a scoping paper of 200 pages with every kind of content is read from Word, and compared with its next version word by word. The limit is
/// the time that a person waits without asking, two seconds for each; the remark tells how long unzipping and parsing the same file takes, which
/// no import can do without.
/// </summary>
internal static class LargePaper
{
    private const int Paragraphs = 1_000;
    private const int WordsEach = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 3_000).Select(number => $"{(char)('a' + number % 26)}{number}")];

    public static Task<IReadOnlyList<Result>> MeasureAsync(Installation product, Schedule schedule, CancellationToken cancel)
    {
        var random = new Random(3);
        List<string> texts = [.. Enumerable.Range(0, Paragraphs).Select(at => Text(random, at))];
        // A third stays, the rest has every sixth word changed, one paragraph in twenty goes.
        List<string> changed = [.. texts.Select(text => text.StartsWith('#') || random.Next(3) == 0 ? text : Reworded(random, text)).Where(text => text.StartsWith('#') || random.Next(20) > 0)];
        var file = File(Version(Blocks(texts)));
        var (old, @new) = (Read(file), Read(File(Version(Blocks(changed)))));

        var unzip = new List<double>();
        var (reading, comparing) = (new List<Round>(), new List<Round>());
        var lines = 0;
        for (var round = 0; round <= schedule.Rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var (read, unzipped, compared) = (Seconds(() => Read(file)), Seconds(() => Unzip(file)), Seconds(() => lines = Compare(old, @new)));
            // The first warms all up.
            if (round == 0) continue;
            unzip.Add(unzipped);
            reading.Add(new Round(1 / read, 1 / Patience.TotalSeconds));
            comparing.Add(new Round(1 / compared, 1 / Patience.TotalSeconds));
        }
        var read1 = string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1024:N0} KiB, {old.Paragraphs.Count:N0} paragraphs and headings; {Median(reading):N2} s, of which unzipping and parsing {Result.Median(unzip):N2} s");
        var compared1 = string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines with all words; {Median(comparing):N2} s");
        return Task.FromResult<IReadOnlyList<Result>>(
        [
            new Result("P10a", "a paper of 200 pages read from Word, against two seconds", "papers", 1, reading, read1),
            new Result("P10b", "the same compared with its next version, against two seconds", "papers", 1, comparing, compared1),
        ]);
    }

    private static double Median(IEnumerable<Round> rounds) => Result.Median(rounds.Select(round => 1 / round.Product));

    private static double Seconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static PaperVersion Read(byte[] file) => Version(PaperMarkdown.Read(PaperDocx.Read(new MemoryStream(file))));

    private static void Unzip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var part = System.Xml.XmlReader.Create(entry.Open());
            while (part.Read())
            {
            }
        }
    }

    private static int Compare(PaperVersion old, PaperVersion @new)
    {
        var lines = PaperComparison.Of(old, @new, Alignment.Propose(old.Paragraphs, @new.Paragraphs)).Lines;
        foreach (var line in lines) WordChanges.Between(Words(line.Old), Words(line.New));
        return lines.Count;
    }

    private static string Words(IReadOnlyList<Paragraph> paragraphs) => string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text.ToString()));

    private static byte[] File(PaperVersion paper)
    {
        using var file = new MemoryStream();
        PaperDocxFile.Write(new PaperDocument("The paper", "Version 1", "Page {0}", Language.English, paper.Paragraphs), file);
        return file.ToArray();
    }

    private static IReadOnlyList<PaperBlock> Blocks(List<string> texts) => PaperMarkdown.Read(string.Join("\n\n", texts));

    private static PaperVersion Version(IReadOnlyList<PaperBlock> blocks)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Title = LocalizedText.InEnglish("The paper") };
        paper.Paragraphs.AddRange(new PaperOutline(blocks).Number(paper.Id, [], Language.English));
        return paper;
    }

    private static string Text(Random random, int at)
    {
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[(int)(Math.Pow(random.NextDouble(), 3) * Vocabulary.Length)]));
        return (at % 20) switch
        {
            0 => $"## Part {at}",
            4 => $"{Some(20)} **{Some(4)}** {Some(40)} [{Some(2)}](https://example.org/{at}) {Some(34)}.",
            8 => $"{Some(60)}\\[1\\] {Some(30)}.\\\n\\[1\\] {Some(10)}.",
            12 => $"{Some(10)}:\n\n- {Some(30)}\n- {Some(30)}\n- {Some(30)}",
            16 => $"| {Some(4)} | {Some(4)} |\n| --- | --- |\n| {Some(20)} | {Some(20)} |\n| {Some(20)} | {Some(20)} |",
            _ => $"{Some(WordsEach)}.",
        };
    }

    private static string Reworded(Random random, string text) =>
        string.Join(' ', text.Split(' ').Select(word => char.IsAsciiLetter(word[^1]) || char.IsAsciiDigit(word[^1]) ? random.Next(6) == 0 ? Vocabulary[random.Next(Vocabulary.Length)] : word : word));
}
