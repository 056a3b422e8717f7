using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Record.Tests.Inputs;

public sealed class ReviewTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly InputFilter SetAside = new() { State = ReviewState.SetAside };

    [Fact]
    public async Task Mask_PassageWithReason_IsHiddenInListInputAndSearch()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We at Example Ltd disagree.")));
        Assert.Equal(ReviewResult.Done, await DoAsync(review => review.MaskAsync(ids[0], 6, 17, "an organisation", SealedSide.Coder, default)));
        Assert.Equal("We at […] disagree.", Assert.Single((await PageAsync(window, InputFilter.Everything)).Items).Text!.Read());
        Assert.Empty((await PageAsync(window, new() { Contains = "Example" })).Items);
        Assert.Single((await PageAsync(window, new() { Contains = "DISAGREE" })).Items);
    }

    [Theory]
    [InlineData(0, 0, "reason", ReviewResult.NoSuchPassage)]
    [InlineData(-1, 3, "reason", ReviewResult.NoSuchPassage)]
    [InlineData(0, 6, "reason", ReviewResult.NoSuchPassage)]
    [InlineData(0, 3, "  ", ReviewResult.ReasonMissing)]
    [InlineData(0, 3, null, ReviewResult.ReasonMissing)]
    public async Task Mask_OutsideTheTextOrWithoutReason_ChangesNothing(int start, int end, string? reason, ReviewResult expected)
    {
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "words")));
        Assert.Equal(expected, await DoAsync(review => review.MaskAsync(ids[0], start, end, reason, SealedSide.Coder, default)));
        Assert.Empty(await side.AskAsync<Review, IReadOnlyList<Mask>>(review => review.MasksAsync(ids[0], default)));
    }

    [Fact]
    public async Task SetAside_WithAFixedReason_ReachesNoListSearchCountOrCoding()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "a theme");
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice("states", (1, "hostile words")), new SealedSide.Voice("states", (1, "kept words")));
        await side.CodeAsync(consultation, ids[0], theme);
        Assert.Equal(ReviewResult.ReasonMissing, await DoAsync(review => review.SetAsideAsync(ids[0], "I do not like it", SealedSide.Coder, default)));
        Assert.Equal(ReviewResult.Done, await DoAsync(review => review.SetAsideAsync(ids[0], SetAsideReasons.Hostile, SealedSide.Coder, default)));

        Assert.Equal(ids[1], Assert.Single((await PageAsync(window, InputFilter.Everything)).Items).Id);
        Assert.Empty((await PageAsync(window, new() { Contains = "hostile" })).Items);
        Assert.Empty((await PageAsync(window, new() { Theme = theme })).Items);
        Assert.Null(Assert.Single((await PageAsync(window, SetAside)).Items).Text);
        Assert.Empty((await PageAsync(window, SetAside with { Contains = "hostile" })).Items);
        Assert.Equal((1, 1, 1, 1), await side.ProgressAsync(window));
        Assert.Empty(await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(SealedSide.Coder, window, null, null, default)));
        Assert.Empty(await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, ids[0], default)));
        Assert.Equal(0, Assert.Single(await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(consultation, default))).Excerpts.Number);
        Assert.Equal(ReviewResult.NotThere, await DoAsync(review => review.MaskAsync(ids[0], 0, 3, "late", SealedSide.Coder, default)));
        Assert.Equal(CodingResult.NotThere, await side.AskAsync<ExcerptCoding, CodingResult>(coding =>
            coding.CodeAsync(ids[0], 0, 3, new ThemeChoice(consultation, theme, Stance.Support), SealedSide.Coder, default)));
    }

    [Fact]
    public async Task Undo_NobodyBuiltOnIt_TakesTheStepBack()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (2, "Some words.")));
        await DoAsync(review => review.SetAsideAsync(ids[0], SetAsideReasons.Trial, SealedSide.Coder, default));
        Assert.Equal(ReviewResult.Done, await DoAsync(review => review.UndoAsync(ids[0], SealedSide.Coder, default)));
        Assert.Equal(ReviewState.NotReviewed, Assert.Single((await PageAsync(window, InputFilter.Everything)).Items).State);
        await DoAsync(review => review.MaskAsync(ids[0], 0, 4, "a word", SealedSide.Coder, default));
        var mask = Assert.Single(await side.AskAsync<Review, IReadOnlyList<Mask>>(review => review.MasksAsync(ids[0], default)));
        Assert.Equal(ReviewResult.Done, await DoAsync(review => review.UnmaskAsync(ids[0], mask.Id, SealedSide.Coder, default)));
        Assert.Equal("Some words.", Assert.Single((await PageAsync(window, InputFilter.Everything)).Items).Text!.Read());
        Assert.Equal(ReviewResult.NotThere, await DoAsync(review => review.UndoAsync(ids[0], SealedSide.Coder, default)));
    }

    [Fact]
    public async Task Undo_AnotherPersonCodedIt_IsRefused()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "a theme");
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (2, "Some words.")));
        await DoAsync(review => review.KeepAsync(ids[0], SealedSide.Other, default));
        await side.CodeAsync(consultation, ids[0], theme);
        Assert.Equal(ReviewResult.BuiltUpon, await DoAsync(review => review.UndoAsync(ids[0], SealedSide.Other, default)));
        Assert.Equal(ReviewResult.Done, await DoAsync(review => review.UndoAsync(ids[0], SealedSide.Coder, default)));
    }

    private Task<ReviewResult> DoAsync(Func<Review, Task<ReviewResult>> step) => side.AskAsync(step);

    private Task<InputPage> PageAsync(Guid window, InputFilter filter) =>
        side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, filter));
}
