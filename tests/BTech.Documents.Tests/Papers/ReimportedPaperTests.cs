using System.Globalization;
using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Languages;
using CsCheck;

namespace BTech.Documents.Tests.Papers;

/// <summary>
/// A paper with every kind of content is brought in as a Word file, corrected, taken away as the product's own Word file, edited at random and
/// brought in again as the next version: every anchor is carried. 200 pages in the long form.
/// </summary>
public sealed class ReimportedPaperTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TEST_FULL") == "1";
    private static readonly int Blocks = IsFull ? 1_000 : 120;
    private static readonly string[] Words = [.. Enumerable.Range(0, 900).Select(number => $"{(char)('a' + number % 26)}{(char)('a' + number / 26 % 26)}{number}")];

    [Fact]
    public void Paper_EditedAtRandomAndBroughtInAgain_LosesNoAnchor() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int.Array[5, IsFull ? 120 : 40]).Sample((seed, edits) =>
        {
            using var word = HandmadeDocx.Of(Body(new Random(seed)));
            List<PaperBlock> imported = [.. PaperMarkdown.Read(PaperDocx.Read(word))];
            // Corrected before it is saved: a sentence more, and one that was taken for a heading.
            var at = imported.FindIndex(block => !block.IsHeading);
            imported[at] = imported[at] with { Text = "Corrected by hand. " + imported[at].Text };
            var first = Version(imported);

            using var taken = new MemoryStream();
            PaperDocxFile.Write(new PaperDocument("The paper", "Version 1", "Page {0}", Language.English, first.Paragraphs), taken);
            taken.Position = 0;
            List<PaperBlock> back = [.. PaperMarkdown.Read(PaperDocx.Read(taken)).Skip(1)];
            Assert.Equal(first.Paragraphs.Select(paragraph => paragraph.Text.ToString()), back.Select(block => block.Text));

            foreach (var edit in edits) Edit(back, Math.Abs((long)edit));
            var second = Version(back);
            var anchors = CarriedAnchor.Of(PaperComparison.Of(first, second, Alignment.Propose(first.Paragraphs, second.Paragraphs)));

            var numbered = first.Paragraphs.Where(paragraph => !paragraph.IsHeading).ToList();
            Assert.Equal(numbered.Select(paragraph => paragraph.Number!.Value), anchors.Select(anchor => anchor.Number));
            var (before, after) = (numbered.ToLookup(paragraph => paragraph.Text.ToString()), second.Paragraphs.Where(paragraph => !paragraph.IsHeading).ToLookup(paragraph => paragraph.Text.ToString()));
            foreach (var paragraph in numbered)
            {
                var anchor = anchors[paragraph.Number!.Value - 1];
                var text = paragraph.Text.ToString();
                // What nobody touched is found again at once, and surely.
                if (before[text].Count() == 1 && after[text].Count() == 1) Assert.Contains(after[text].Single().Number!.Value, anchor.Now);
                Assert.True(anchor.Now.Count > 0 || anchor.IsDeleted);
            }
        }, iter: IsFull ? 10 : 6, threads: 1);

    private static PaperVersion Version(IReadOnlyList<PaperBlock> blocks)
    {
        var paper = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Title = LocalizedText.InEnglish("The paper") };
        paper.Paragraphs.AddRange(new PaperOutline(blocks).Number(paper.Id, [], Language.English));
        return paper;
    }

    // Deletes, adds, moves, splits, merges or rewords a paragraph.
    private static void Edit(List<PaperBlock> blocks, long edit)
    {
        var at = (int)(edit / 6 % blocks.Count);
        var block = blocks[at];
        if (block.IsHeading) return;
        switch (edit % 6)
        {
            case 0:
                blocks.RemoveAt(at);
                break;
            case 1:
                blocks.Insert(at, new PaperBlock(0, string.Create(CultureInfo.InvariantCulture, $"Newly written words number {edit % 1_000} about other things.")));
                break;
            case 2:
                blocks.RemoveAt(at);
                blocks.Insert((int)(edit / 60 % (blocks.Count + 1)), block);
                break;
            case 3 when block.Text.IndexOf(' ', block.Text.Length / 2) is > 0 and var space && !block.Text.Contains('\n', StringComparison.Ordinal):
                blocks[at] = block with { Text = block.Text[..space] };
                blocks.Insert(at + 1, block with { Text = block.Text[(space + 1)..] });
                break;
            case 4 when at + 1 < blocks.Count && !blocks[at + 1].IsHeading:
                blocks[at] = block with { Text = block.Text + "\n\n" + blocks[at + 1].Text };
                blocks.RemoveAt(at + 1);
                break;
            default:
                blocks[at] = block with { Text = "Reworded. " + block.Text };
                break;
        }
    }

    // Headings, plain paragraphs, emphasis, links, footnotes, lists and tables, in turn.
    private static string Body(Random random) => string.Concat(Enumerable.Range(0, Blocks).Select(at =>
    {
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        static string Line(string runs, string style = "") => $"<w:p>{(style.Length > 0 ? $"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" : "")}{runs}</w:p>";
        static string Run(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";
        return (at % 10) switch
        {
            0 => Line(Run($"Part {at} {Some(2)}"), "Own"),
            3 => Line(Run(Some(20) + " ") + Run(Some(3), "<w:b/>") + Run(" " + Some(20) + " ") + Run(Some(2), "<w:i/>") + Run(" " + Some(9) + ".")),
            5 => Line(Run(Some(30) + " ") + $"<w:hyperlink r:id='link'>{Run(Some(2))}</w:hyperlink>" + Run(" " + Some(20) + ".")),
            6 => Line(Run(Some(50)) + "<w:r><w:footnoteReference w:id='2'/></w:r>" + Run(" " + Some(10) + ".")),
            7 => Line(Run(Some(8) + ":")) + string.Concat(Enumerable.Range(0, 3).Select(_ => Line(Run(Some(12)), "L"))),
            8 => $"<w:tbl>{string.Concat(Enumerable.Range(0, 3).Select(_ => $"<w:tr>{string.Concat(Enumerable.Range(0, 2).Select(_ => $"<w:tc>{Line(Run(Some(6)))}</w:tc>"))}</w:tr>"))}</w:tbl>",
            _ => Line(Run(Some(90) + ".")),
        };
    }));
}
