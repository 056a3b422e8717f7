using BTech.Agenda.Consultations;
using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Documents.Tests.Papers;

public sealed class PaperMarkdownTests
{
    [Fact]
    public void Read_EveryKindOfBlock_KeepsItsSource()
    {
        var blocks = PaperMarkdown.Read("# The *paper*\r\n\r\nOne\r\ntwo **three**.\r\n\r\nSecond:\r\n\r\n- a\r\n- b\r\n\r\n- - -\r\n\r\nHeading\n-------\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. x\n2. y\n");
        Assert.Equal(
            [
                (1, "The *paper*"), (0, "One\ntwo **three**."), (0, "Second:\n\n- a\n- b"), (2, "Heading"), (0, "> quoted"), (0, "| a | b |\n|---|---|\n| 1 | 2 |"), (0, "1. x\n2. y"),
            ],
            blocks.Select(block => (block.Level, block.Text)));
    }

    [Theory]
    [InlineData("", PaperFault.Empty)]
    [InlineData("# Only a heading", PaperFault.Empty)]
    [InlineData(" \n\n\t\n", PaperFault.Empty)]
    public void Read_NoParagraph_IsRefused(string text, PaperFault fault) => Assert.Equal(fault, Refused(text));

    [Fact]
    public void Read_TextsMadeToExhaust_AreRefusedOrReadAndNothingElse()
    {
        Assert.Equal(PaperFault.TooDeep, Refused(string.Concat(Enumerable.Repeat("> ", 5_000)) + "x"));
        Assert.Equal(PaperFault.ParagraphTooLong, Refused(new string('x', PaperMarkdown.LongestBlock + 1)));
        Assert.Equal(PaperFault.TooManyParagraphs, Refused(string.Join("\n\n", Enumerable.Repeat("x", PaperMarkdown.MostBlocks + 1))));
        Assert.Single(PaperMarkdown.Read("<script>alert(1)</script> is text"));
        Assert.Single(PaperMarkdown.Read("\uD800 lone [[[[((((**__``"));
        Assert.Equal("\uFFFD and \uFFFD", Assert.Single(PaperMarkdown.Read("\uFFFE and \0")).Text);
        Assert.Equal(PaperFault.TooManySigns, Refused(string.Concat(Enumerable.Repeat("*a_", PaperMarkdown.MostSigns / 2)) + "[`"));
        Assert.Single(PaperMarkdown.Read(string.Concat(Enumerable.Repeat("*a_", PaperMarkdown.MostSigns / 2))));
        Assert.Equal(PaperFault.TooLarge, Refused(string.Concat(Enumerable.Repeat("123456789\n", 90_001))));
        Assert.Equal(90, PaperMarkdown.Read(string.Concat(Enumerable.Repeat(new string('x', 9_998) + "\r\n\r\n", 90))).Count);
    }

    [Fact]
    public void Read_AddressesAndNotesAtTheEnd_GoWithTheirParagraphs() => Assert.Equal(
        ["See [the text][1].\n\n[1]: https://example.org/", "Noted\\[1\\].\\\n\\[1\\] Note"],
        PaperMarkdown.Read("See [the text][1].\n\nNoted[^a].\n\n[1]: https://example.org/\n[^a]: Note\n").Select(block => block.Text));

    [Theory]
    [InlineData("One[^b] and two[^a], one[^b].\n\nThree[^a].\n\n[^a]: First\n    goes on\n[^b]: Second", "One\\[1\\] and two\\[2\\], one\\[1\\].\\\n\\[1\\] Second\\\n\\[2\\] First goes on|Three\\[1\\].\\\n\\[1\\] First goes on")]
    [InlineData("As follows:\n\n- a[^1]\n- b\n\n[^1]: Note", "As follows:\n\n- a\\[1\\]\n- b|\\[1\\] Note")]
    [InlineData("| a[^1] | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Note", "| a\\[1\\] | b |\n|---|---|\n| 1 | 2 ||\\[1\\] Note")]
    [InlineData("As follows[^1]:\n\n- a\n\nSee[^1]: there.\n\n[^1]: Note", "As follows\\[1\\]:\n\n- a|\\[1\\] Note|See\\[1\\]: there.\\\n\\[1\\] Note")]
    [InlineData("Text[^none].", "Text[^none].")]
    [InlineData("# Heading[^1]\n\nText.\n\n[^1]: Note", "Heading[^1]|Text.|\\[^1]: Note")]
    [InlineData("Text[^1].\n\n[^1]: Note\n[^1]: Another", "Text\\[1\\].\\\n\\[1\\] Note|\\[^1]: Another")]
    public void Read_Footnotes_AreWrittenAsThoseOfWordFiles(string source, string expected) =>
        Assert.Equal(expected, string.Join('|', PaperMarkdown.Read(source).Select(block => block.Text)));

    [Fact]
    public void Read_FootnotesByTheThousand_AreReadAtOnce()
    {
        var many = string.Join("\n\n", Enumerable.Range(1, 900).Select(number => $"Text {number}[^{number}].")) + "\n\n" + string.Join('\n', Enumerable.Range(1, 900).Select(number => $"[^{number}]: Note {number}"));
        Assert.Equal(900, PaperMarkdown.Read(many).Count(block => block.Text.Contains("\\[1\\] Note", StringComparison.Ordinal)));
        Assert.Single(PaperMarkdown.Read("Text " + string.Concat(Enumerable.Repeat("[^", 1_900))));
    }

    [Theory]
    [InlineData("# We use C#", "We use C#")]
    [InlineData("# Title ##", "Title")]
    [InlineData("# #hashtag", "#hashtag")]
    [InlineData("# \\#", "\\#")]
    [InlineData("First line\nand second\n===", "First line and second")]
    public void Read_Heading_KeepsItsWords(string source, string expected) => Assert.Equal((1, expected), PaperMarkdown.Read(source + "\n\nText.").Select(block => (block.Level, block.Text)).First());

    [Fact]
    public void Outline_MoreHeadingsThanCanBeChosenFor_IsRefused()
    {
        static string Of(int parts) => string.Concat(Enumerable.Repeat("# Part\n\nText.\n\n", parts));
        Assert.Equal(300, new PaperOutline(PaperMarkdown.Read(Of(300))).Parts.Count);
        Assert.Equal(PaperFault.TooManyParts, Assert.Throws<PaperRefusedException>(() => new PaperOutline(PaperMarkdown.Read(Of(301)))).Fault);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a_")]
    [InlineData("`a``")]
    [InlineData("<")]
    [InlineData("&#")]
    [InlineData("[a](")]
    [InlineData("|")]
    [InlineData("- ")]
    [InlineData("[a]: b\n")]
    public void Read_SignsWithoutEnd_TakeNoTime(string sign)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        _ = Xunit.Record.Exception(() => PaperMarkdown.Read(string.Concat(Enumerable.Repeat(sign, 890_000 / sign.Length))));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), $"{sign} {started.Elapsed}");
    }

    [Fact]
    public void Outline_OneUpperHeading_IsTheTitleAndTheOthersAreParts()
    {
        var outline = new PaperOutline(PaperMarkdown.Read("# Paper\n\nIntro.\n\n## Focus area 2: remedy\n\nA.\n\n### Deeper\n\nB.\n\n## Business models and their rights\n\nC.\n\n## Annex\n\nD.\n"));
        Assert.Equal("Paper", outline.Title);
        Assert.Equal(["Focus area 2: remedy", "Business models and their rights", "Annex"], outline.Parts);
        var guesses = outline.Guess([Area(1, "Business models"), Area(2, "Accountability")]);
        Assert.Equal([2, 1, null], guesses);

        var paragraphs = outline.Number(Guid.NewGuid(), guesses, Language.English);
        Assert.Equal(
            [
                (1, 1, null), (2, null, 2), (3, 2, 2), (4, null, 2), (5, 3, 2), (6, null, 1), (7, 4, 1), (8, (int?)null, (int?)null), (9, 5, null),
            ],
            paragraphs.Select(paragraph => (paragraph.Order, paragraph.Number, paragraph.FocusAreaNumber)));
    }

    [Fact]
    public void Outline_SeveralUpperHeadings_AreAllParts() =>
        Assert.Equal(["One", "Two"], new PaperOutline(PaperMarkdown.Read("# One\n\na\n\n# Two\n\nb")) switch { { Title: null } outline => outline.Parts, _ => [] });

    private static PaperFault Refused(string text) => Assert.Throws<PaperRefusedException>(() => PaperMarkdown.Read(text)).Fault;

    private static FocusArea Area(int number, string title) => new()
    {
        Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = number, Title = LocalizedText.InEnglish(title), ShortTitle = LocalizedText.Empty, Questions = LocalizedText.Empty,
    };
}
