using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Testing;

namespace BTech.Record.Tests.Inputs;

public sealed class InputListTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Page_WalkedForwardsAndBack_ShowsEachInputOnceAndTheSamePages()
    {
        var (window, ids) = await side.WindowAsync(Enumerable.Range(0, 61).Select(number => new SealedSide.Voice(null, (1, $"text {number}"))));
        var pages = new List<InputPage> { await PageAsync(SealedSide.Coder, window) };
        while (pages[^1].HasNext) pages.Add(await PageAsync(SealedSide.Coder, window, after: pages[^1].Items[^1].Id));
        Assert.Equal([25, 25, 11], pages.Select(page => page.Items.Count));
        Assert.Equal(ids.Order(), pages.SelectMany(page => page.Items).Select(input => input.Id).Order());
        Assert.Equal([false, true, true], pages.Select(page => page.HasPrevious));
        var back = await PageAsync(SealedSide.Coder, window, before: pages[2].Items[0].Id);
        Assert.Equal(pages[1].Items.Select(input => input.Id), back.Items.Select(input => input.Id));
        Assert.True(back.HasPrevious);
        Assert.False((await PageAsync(SealedSide.Coder, window, before: pages[1].Items[0].Id)).HasPrevious);
    }

    [Fact]
    [Invariant(21)]
    public async Task Page_TwoReaders_SeeTwoOrders()
    {
        var (window, _) = await side.WindowAsync(Enumerable.Range(0, 20).Select(number => new SealedSide.Voice(null, (1, $"text {number}"))));
        var firsts = new HashSet<Guid>();
        for (var reader = 0; reader < 12; reader++) firsts.Add((await PageAsync(new StaffId(Guid.NewGuid()), window)).Items[0].Id);
        // Twelve readers who all begin with one of the same two texts: less likely than one in a hundred million.
        Assert.True(firsts.Count > 2);
        var again = await PageAsync(SealedSide.Coder, window);
        Assert.Equal((await PageAsync(SealedSide.Coder, window)).Items.Select(input => input.Id), again.Items.Select(input => input.Id));
    }

    [Fact]
    public async Task Page_Filters_FindWhatTheySay()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "remedy");
        var (window, ids) = await side.WindowAsync(
            new SealedSide.Voice(null, (1, "100% of boards")), new SealedSide.Voice(null, (2, "Les États achètent")), new SealedSide.Voice(null, (null, "as a whole")));
        await side.CodeAsync(consultation, ids[1], theme);
        async Task<IEnumerable<Guid>> Found(InputFilter filter) => (await PageAsync(SealedSide.Coder, window, filter)).Items.Select(input => input.Id).ToList();
        Assert.Equal([ids[0]], await Found(new() { FocusArea = 1 }));
        Assert.Equal([ids[2]], await Found(new() { FocusArea = 0 }));
        Assert.Equal([ids[1]], await Found(new() { Theme = theme }));
        Assert.Equal(new[] { ids[0], ids[2] }.Order(), (await Found(new() { Uncoded = true })).Order());
        Assert.Equal([ids[0]], await Found(new() { Contains = "100%" }));
        Assert.Empty(await Found(new() { Contains = "e_s" }));
        Assert.Equal([ids[1]], await Found(new() { Contains = "les états" }));
        Assert.Empty(await Found(new() { Kind = InputKind.Dilemma }));
        Assert.Equal(3, (await Found(new() { State = ReviewState.NotReviewed })).Count());
    }

    [Fact]
    public async Task Neighbours_AtBothEnds_AreNothing()
    {
        var (window, _) = await side.WindowAsync(Enumerable.Range(0, 3).Select(number => new SealedSide.Voice(null, (1, $"text {number}"))));
        var order = (await PageAsync(SealedSide.Coder, window)).Items.Select(input => input.Id).ToList();
        Task<(Guid?, Guid?)> Of(Guid id) => side.AskAsync<InputList, (Guid?, Guid?)>(inputs => inputs.NeighboursAsync(SealedSide.Coder, window, InputFilter.Everything, id, default));
        Assert.Equal((null, order[1]), await Of(order[0]));
        Assert.Equal((order[0], order[2]), await Of(order[1]));
        Assert.Equal((order[1], null), await Of(order[2]));
    }

    private Task<InputPage> PageAsync(StaffId reader, Guid window, InputFilter? filter = null, Guid? after = null, Guid? before = null) =>
        side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(reader, window, filter ?? InputFilter.Everything, after, before));
}
