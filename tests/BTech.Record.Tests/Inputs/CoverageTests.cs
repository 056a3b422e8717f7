using BTech.Record.Coding;
using BTech.Record.Inputs;

namespace BTech.Record.Tests.Inputs;

public sealed class CoverageTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task OfAreas_EveryInput_StandsInEachNumberThatIsItsOwn()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "a theme");
        var (window, ids) = await side.WindowAsync(
            new SealedSide.Voice(null, (1, "read and masked"), (1, "coded by two"), (1, "hostile")), new SealedSide.Voice(null, (2, "nobody has read it"), (null, "as a whole"), (2, "withdrawn")));
        await side.AskAsync<Review, ReviewResult>(review => review.KeepAsync(ids[0], SealedSide.Coder, default));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 0, 4, "a word", SealedSide.Coder, default));
        await side.CodeAsync(consultation, ids[0], theme);
        await side.CodeAsync(consultation, ids[1], theme);
        await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(ids[1], 0, 5, new ThemeChoice(consultation, theme, Stance.Support), SealedSide.Other, default));
        await side.CodeAsync(consultation, ids[2], theme);
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[2], SetAsideReasons.Hostile, SealedSide.Coder, default));
        await side.WithdrawAsync(ids[5]);

        var areas = await side.AskAsync<Coverage, IReadOnlyList<CoveredArea>>(coverage => coverage.OfAreasAsync(window, default));
        Assert.Equal([(1, 2, 1, 1, 1, 1, 0, 1, 1), (2, 1, 1, 0, 0, 0, 1, 0, 0), (null, 1, 1, 0, 0, 0, 1, 0, 0)], areas.Select(Numbers));
        Assert.Equal((null, 4, 3, 1, 1, 1, 2, 1, 1), Numbers(Coverage.Together(areas)));
        Assert.DoesNotContain(areas, area => area.IsDone);

        async Task<int> Listed(InputFilter filter) => (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, filter))).Items.Count;
        // Each number of the queue is the length of the list that it leads to.
        Assert.Equal(1, await Listed(new() { Masked = true }));
        Assert.Equal(1, await Listed(new() { CodedBy = CodedBy.One }));
        Assert.Equal(1, await Listed(new() { CodedBy = CodedBy.Two }));
        Assert.Equal(2, await Listed(new() { Uncoded = true }));
        Assert.Equal(3, await Listed(new() { State = ReviewState.NotReviewed }));
    }

    private static (int?, int, int, int, int, int, int, int, int) Numbers(CoveredArea area) => (
        area.FocusAreaNumber, area.Inputs.Number, area.Unread.Number, area.Kept.Number, area.Masked.Number, area.SetAside.Number, area.Uncoded.Number, area.CodedOnce.Number, area.CodedTwice.Number);
}
