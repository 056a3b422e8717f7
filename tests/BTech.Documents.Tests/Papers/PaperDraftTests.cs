using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Documents.Tests.Papers;

public sealed class PaperDraftTests
{
    private static PaperDraft Draft => Of("# Title\n\nIntro.\n\n## One\n\nFirst.\n\n### Within\n\nSecond.\n\n## Two\n\nAs follows:\n\n- a\n- b\n", 1, 2);

    [Fact]
    public void Of_AnOutline_HasItsKindsAndAreas() => Assert.Equal(
        [(0, null, "Intro."), (1, 1, "One"), (0, 1, "First."), (2, 1, "Within"), (0, 1, "Second."), (1, 2, "Two"), (0, (int?)2, "As follows:\n\n- a\n- b")],
        Draft.Pieces.Select(piece => (piece.Level, piece.Area, piece.Text)));

    [Fact]
    public void Read_WhatAFormBringsBack_IsTheSameDraft()
    {
        var (changed, _) = Draft.With([Edit(Draft, 2) with { IsLeftOut = true }, Edit(Draft, 4) with { Joins = true, Text = "Second\u0301." }]);
        var back = PaperDraft.Read(changed!.Text.ReplaceLineEndings("\r\n"), changed.Plan);
        Assert.Equal(changed.Pieces, back!.Pieces);
    }

    [Theory]
    [InlineData("Intro.", "")]
    [InlineData("Intro.", "0...5")]
    [InlineData("Intro.", "0...7")]
    [InlineData("Intro.", "0...6,0...3")]
    [InlineData("Intro.Two", "0...6,0...3")]
    [InlineData("Intro.", "9...6")]
    [InlineData("Intro.", "0.-1..6")]
    [InlineData("Intro.", "0...99999999999")]
    [InlineData("", "0...0")]
    [InlineData("Intro.", "0.99999..6")]
    public void Read_WhatIsNotOurs_IsNothing(string text, string plan) => Assert.Null(PaperDraft.Read(text, plan));

    [Fact]
    public void With_ParagraphMadeAHeadingAndBack_IsTheSameAgain()
    {
        var (heading, _) = Draft.With([Edit(Draft, 2) with { Level = 1 }]);
        Assert.Equal([1, null, null, null, 2, null, 3], heading!.Numbers());
        var (back, _) = heading.With([Edit(heading, 2) with { Level = 0 }]);
        Assert.Equal(Draft.Pieces, back!.Pieces);
    }

    [Fact]
    public void With_HeadingInAnotherArea_TakesAlongWhatStandsUnderIt()
    {
        var (moved, _) = Draft.With([Edit(Draft, 1) with { Area = 2 }, Edit(Draft, 4) with { Area = null }]);
        Assert.Equal([null, 2, 2, 2, null, 2, 2], moved!.Pieces.Select(piece => piece.Area));
        Assert.False(moved.IsByParts);
        Assert.True(Draft.IsByParts);
        var (within, _) = Draft.With([Edit(Draft, 3) with { Area = 2 }]);
        Assert.Equal([null, 1, 1, 2, 2, 2, 2], within!.Pieces.Select(piece => piece.Area));
    }

    [Fact]
    public void With_TwoJoined_AreOneParagraph()
    {
        var draft = Of("One, two\n\nthree.\n\n- a\n\nFour.");
        var (sentence, _) = draft.With([Edit(draft, 1) with { Joins = true }]);
        Assert.Equal(["One, two three.", "- a", "Four."], sentence!.Pieces.Select(piece => piece.Text));
        var (list, _) = draft.With([Edit(draft, 1) with { Joins = true }, Edit(draft, 2) with { Joins = true }, Edit(draft, 3) with { Joins = true }]);
        Assert.Equal("One, two three.\n\n- a\n\nFour.", Assert.Single(list!.Pieces).Text);
        var (headed, _) = Draft.With([Edit(Draft, 2) with { Joins = true }]);
        Assert.Equal((1, "One First."), (headed!.Pieces[1].Level, headed.Pieces[1].Text));
    }

    [Fact]
    public void With_AnEmptyLine_IsTwoParagraphsOfOneArea()
    {
        var (split, _) = Draft.With([Edit(Draft, 2) with { Text = "First half.\r\n\r\nSecond half." }]);
        Assert.Equal([("First half.", (int?)1), ("Second half.", 1)], split!.Pieces.Skip(2).Take(2).Select(piece => (piece.Text, piece.Area)));
    }

    [Fact]
    public void With_LeftOut_StandsThereUntilSaved()
    {
        var (without, _) = Draft.With([Edit(Draft, 2) with { IsLeftOut = true, Text = "" }]);
        Assert.Equal("First.", without!.Pieces[2].Text);
        Assert.DoesNotContain(without.Number(Guid.NewGuid(), Language.English), paragraph => paragraph.Text.ToString() == "First.");
        Assert.Equal([1, null, null, null, 2, null, 3], without.Numbers());
        Assert.Equal([1, 2, 3, 4, 5, 6], without.Number(Guid.NewGuid(), Language.English).Select(paragraph => paragraph.Order));
        Assert.DoesNotContain("First", without.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void With_WhatCannotBe_SaysWhichAndWhyAndChangesNothing()
    {
        var (draft, refusals) = Draft.With(
        [
            Edit(Draft, 0) with { Joins = true }, Edit(Draft, 1) with { Text = " " }, Edit(Draft, 2) with { Text = new string('x', 20_001) },
            Edit(Draft, 3) with { IsLeftOut = true }, Edit(Draft, 4) with { Joins = true }, Edit(Draft, 6) with { Text = "a" + new string('*', 4_001) },
        ]);
        Assert.Null(draft);
        Assert.Equal(
            [(0, PieceFault.NothingBefore), (1, PieceFault.Empty), (2, PieceFault.TooLong), (4, PieceFault.NothingBefore), (6, PieceFault.TooIntricate)],
            refusals.Select(refusal => (refusal.At, refusal.Fault)));
        Assert.Equal(PaperFault.Empty, Assert.Throws<PaperRefusedException>(() => Draft.With([.. new[] { 0, 2, 4, 6 }.Select(at => Edit(Draft, at) with { IsLeftOut = true })])).Fault);
    }

    [Fact]
    public void Markdown_ReadAgain_IsTheSamePaper()
    {
        var outline = new PaperOutline(PaperMarkdown.Read(Draft.Markdown));
        Assert.Equal(Draft.Parts.Select(part => part.Heading), outline.Parts);
        Assert.Equal(Draft.Pieces, PaperDraft.Of(outline, [.. Draft.Parts.Select(part => part.Area)]).Pieces);
    }

    // Whatever is corrected, the form brings the same draft back, and no word that was not left out is lost.
    [Fact]
    public void With_RandomEdits_LosesNoWord()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var draft = Of("# T\n\n" + string.Join("\n\n", Enumerable.Range(0, 30).Select(at => random.Next(5) switch { 0 => $"## Head w{at}", 1 => $"- w{at}\n- more", 2 => $"w{at}:", _ => $"Text w{at}." })) + "\n\nEnd.");
            for (var round = 0; round < 4; round++)
            {
                var edits = draft.Pieces.Select((_, at) => Edit(draft, at)).Where(_ => random.Next(3) == 0).Select(edit => random.Next(4) switch
                {
                    0 => edit with { Level = random.Next(3) },
                    1 => edit with { Joins = edit.At > 0 },
                    2 => edit with { Area = random.Next(3) is > 0 and var area ? area : null },
                    _ => edit with { Text = edit.Text + "\n\nAdded." },
                }).ToList();
                try
                {
                    if (draft.With(edits).Draft is { } next) draft = next;
                }
                catch (PaperRefusedException refusal) when (refusal.Fault == PaperFault.Empty)
                {
                    // Every paragraph was made a heading.
                }
                draft = Assert.IsType<PaperDraft>(PaperDraft.Read(draft.Text, draft.Plan));
                var text = string.Join(' ', draft.Number(Guid.NewGuid(), Language.English).Select(paragraph => paragraph.Text.ToString())) + " ";
                Assert.All(Enumerable.Range(0, 30), word => Assert.Matches($@"w{word}\b", text));
            }
        }
    }

    private static PaperDraft Of(string markdown, params int?[] areas) => PaperDraft.Of(new PaperOutline(PaperMarkdown.Read(markdown)), areas);

    private static PieceEdit Edit(PaperDraft draft, int at) => new(at, draft.Pieces[at].Level, draft.Pieces[at].Text, draft.Pieces[at].Area, draft.Pieces[at].IsLeftOut, Joins: false);
}
