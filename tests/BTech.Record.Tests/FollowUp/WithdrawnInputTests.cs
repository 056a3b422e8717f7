using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using static BTech.Record.Tests.SealedSide;

namespace BTech.Record.Tests.FollowUp;

/// <summary>A withdrawn input reaches no list, page, search, coding or count of the module (invariant 18 after the seal).</summary>
public sealed class WithdrawnInputTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly Guid Consultation = Guid.NewGuid();

    [Fact]
    public async Task Inputs_Withdrawn_AreFoundByNobody()
    {
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, "ZQgoneQZ words")), new Voice("companies", (1, "other words")));
        await side.WithdrawAsync(ids[0]);
        foreach (var filter in new[] { InputFilter.Everything, new InputFilter { Contains = "words" }, new InputFilter { State = ReviewState.NotReviewed }, new InputFilter { Uncoded = true }, new InputFilter { FocusArea = 1 } })
            Assert.Equal([ids[1]], await AllAsync(window, filter));
        Assert.Null(await side.AskAsync<InputList, ReadableInput?>(list => list.FindAsync(SealedSide.Coder, ids[0], default)));
        var (previous, next) = await side.AskAsync<InputList, (Guid?, Guid?)>(list => list.NeighboursAsync(Coder, window, new InputFilter(), ids[1], default));
        Assert.DoesNotContain(ids[0], new[] { previous, next }.OfType<Guid>());
        Assert.Equal((1, 1, 1, 0), await side.ProgressAsync(window));
    }

    [Fact]
    public async Task Inputs_SetAsideAndThenWithdrawn_AreNotListedAsSetAside()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "set aside")));
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Repeated, Coder, default)));
        await side.WithdrawAsync(ids[0]);
        Assert.Empty(await AllAsync(window, new InputFilter { State = ReviewState.SetAside }));
        Assert.Equal((0, 0, 0, 0), await side.ProgressAsync(window));
    }

    [Fact]
    public async Task Coding_Withdrawn_CanNeitherBeMadeNorRead()
    {
        var (window, ids) = await side.WindowAsync(new Voice(null, (1, "coded and withdrawn")), new Voice(null, (1, "coded and kept")));
        var theme = await side.ThemeAsync(Consultation, "withdrawn theme");
        var gone = await side.CodeAsync(Consultation, ids[0], theme);
        var kept = await side.CodeAsync(Consultation, ids[1], theme);
        await side.WithdrawAsync(ids[0]);
        Assert.Equal([kept], (await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(SealedSide.Coder, window, null, null, default))).Select(one => one.Id));
        Assert.Equal([kept], (await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.ChosenAsync(window, [gone, kept], default))).Select(one => one.Id));
        Assert.Empty(await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, ids[0], default)));
        Assert.Equal(CodingResult.NotThere, await side.AskAsync<ExcerptCoding, CodingResult>(coding => coding.CodeAsync(ids[0], 0, 3, new ThemeChoice(Consultation, theme, Stance.Support), Coder, default)));
        Assert.Equal(ReviewResult.NotThere, await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 0, 3, "a reason", Coder, default)));
        Assert.Equal(ReviewResult.NotThere, await side.AskAsync<Review, ReviewResult>(review => review.KeepAsync(ids[0], Coder, default)));
        var listed = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(Consultation, default))).Single(one => one.Theme.Id == theme);
        Assert.Equal((1, true), (listed.Excerpts.Number, listed.IsUsed));
    }

    [Fact]
    public async Task Theme_OfWithdrawnInputsOnly_CountsNoneAndStays()
    {
        var (_, ids) = await side.WindowAsync(new Voice(null, (1, "the only one")));
        var theme = await side.ThemeAsync(Consultation, "left alone");
        await side.CodeAsync(Consultation, ids[0], theme);
        await side.WithdrawAsync(ids[0]);
        var listed = (await side.AskAsync<CodeBook, IReadOnlyList<ListedTheme>>(book => book.ListAsync(Consultation, default))).Single(one => one.Theme.Id == theme);
        Assert.Equal((0, true), (listed.Excerpts.Number, listed.IsUsed));
        Assert.Equal(CodingResult.InUse, await side.AskAsync<CodeBook, CodingResult>(book => book.DeleteAsync(Consultation, theme, default)));
    }

    [Fact]
    public async Task Backing_PointOnAWithdrawnInput_CountsOneLessAndSaysThatItLostOne()
    {
        var (window, ids) = await side.WindowAsync(new Voice("companies", (1, "one")), new Voice("companies", (1, "two")), new Voice("companies", (1, "three")));
        var theme = await side.ThemeAsync(Consultation, "backing");
        var evidence = new List<Evidence>();
        foreach (var id in ids) evidence.Add(new Evidence { KeyPointId = Guid.NewGuid(), ExcerptId = await side.CodeAsync(Consultation, id, theme) });
        await side.WithdrawAsync(ids[1]);
        var backing = await side.AskAsync<Backings, PointBacking>(backings => backings.OfAsync(window, 1, evidence, default));
        Assert.Equal((2, 2, 1, 2), (backing.Backing.Contributors, backing.Backing.Addressed, backing.Lost, backing.Kept));
    }

    private async Task<IEnumerable<Guid>> AllAsync(Guid window, InputFilter filter) =>
        (await side.AskAsync<InputList, InputPage>(list => list.PageAsync(Coder, window, filter))).Items.Select(input => input.Id);
}
