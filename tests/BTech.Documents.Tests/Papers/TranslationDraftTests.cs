using BTech.Agenda.Papers;
using BTech.Documents.Papers;
using BTech.Languages;

namespace BTech.Documents.Tests.Papers;

public sealed class TranslationDraftTests
{
    [Fact]
    public void Of_FewerOrMoreTexts_HasAPlaceForEachAndKeepsTheRest()
    {
        Assert.Equal(["un", "", ""], TranslationDraft.Of(["un"], 3).Texts);
        Assert.Equal(["un", "deux"], TranslationDraft.Of(["un", "deux", "", ""], 1).Texts);
        Assert.False(TranslationDraft.Of(["un", "deux"], 1).IsWhole);
        Assert.True(TranslationDraft.Of(["un", "deux", ""], 2).IsWhole);
    }

    [Fact]
    public void Read_WhatAFormBringsBack_IsTheSameDraft()
    {
        var draft = TranslationDraft.Of(["un\n\n- a", "", "trois"], 5);
        Assert.Equal(draft.Texts, TranslationDraft.Read(draft.Text.ReplaceLineEndings("\r\n"), draft.Plan, 5)!.Texts);
    }

    [Fact]
    public void Read_NothingYet_IsADraftOfEmptyPlaces()
    {
        var draft = TranslationDraft.Of([], 3);
        Assert.Equal(["", "", ""], TranslationDraft.Read(draft.Text, draft.Plan, 3)!.Texts);
        Assert.Equal(["", "", ""], TranslationDraft.Read(null, draft.Plan, 3)!.Texts);
        Assert.Null(TranslationDraft.Read(null, draft.Plan, 2));
    }

    [Theory]
    [InlineData("un", null)]
    [InlineData("un", "")]
    [InlineData("un", "3,0")]
    [InlineData("un", "2")]
    [InlineData("un\n\n", "-2,0")]
    [InlineData("un--", "2,0")]
    [InlineData("un\n\ndeux", "2,3")]
    public void Read_WhatIsNotOurs_IsNothing(string text, string? plan) => Assert.Null(TranslationDraft.Read(text, plan, 2));

    [Fact]
    public void With_MissingOneAndOneTooMany_AreSetRightByMovingTheRest()
    {
        var draft = TranslationDraft.Of(["un", "trois", "quatre", "et demi", "cinq"], 5);
        var (moved, _) = draft.With([new(1, "trois", MovesDown: true, Joins: false), new(3, "et demi", MovesDown: false, Joins: true)]);
        Assert.Equal(["un", "", "trois", "quatre et demi", "cinq"], moved!.Texts);
        var (whole, _) = moved.With([new(1, "deux", false, false)]);
        Assert.True(whole!.IsWhole);
        // An empty place is there already: moving down adds no second one.
        Assert.Equal(moved.Texts, moved.With([new(1, "", MovesDown: true, Joins: false)]).Draft!.Texts);
    }

    [Fact]
    public void With_WhatCannotBe_SaysWhichAndWhyAndChangesNothing()
    {
        var (draft, refusals) = TranslationDraft.Of(["un", "deux", "trois"], 3).With([new(0, "un", false, Joins: true), new(1, new string('x', 20_001), false, false), new(2, "a" + new string('*', 4_001), false, false)]);
        Assert.Null(draft);
        Assert.Equal([(0, PieceFault.NothingBefore), (1, PieceFault.TooLong), (2, PieceFault.TooIntricate)], refusals.Select(refusal => (refusal.At, refusal.Fault)));
    }

    [Fact]
    public void For_AHeading_IsOnOneLine()
    {
        Paragraph[] english = [Paragraph(null, "Head"), Paragraph(1, "Text")];
        var draft = TranslationDraft.Of(["# Un\ntitre", "un\n\n- a"], 2);
        Assert.Equal(["Un titre", "un\n\n- a"], draft.For(english));
        Assert.Equal("## Un titre\n\nun\n\n- a", draft.Markdown(english));
    }

    private static Paragraph Paragraph(int? number, string text) =>
        new() { Id = Guid.NewGuid(), PaperVersionId = Guid.NewGuid(), Order = 1, Number = number, Text = LocalizedText.InEnglish(text) };
}
