using BTech.Record.Inputs;
using BTech.Record.Similarity;

namespace BTech.Record.Tests.Inputs;

/// <summary>What the team notes on inputs for itself: flags, passages found harmless, views of the list; and copies listed once.</summary>
public sealed class TeamNotesTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Flag_SetChangedAndTakenOff_IsWhatTheFilterFinds()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "one"), (1, "two")));
        Assert.Equal(ReviewResult.ReasonMissing, await FlagAsync(ids[0], new string('x', Flags.LongestNote + 1)));
        Assert.Equal(ReviewResult.Done, await FlagAsync(ids[0], "  is this sarcasm? "));
        Assert.Equal(ReviewResult.Done, await FlagAsync(ids[0], " "));
        Assert.Null((await side.AskAsync<Flags, Flag?>(flags => flags.OfAsync(SealedSide.Coder, ids[0], default)))!.Note);
        var found = Assert.Single(await ListAsync(window, new() { Flagged = true }));
        Assert.Equal((ids[0], true), (found.Id, found.IsFlagged));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[1], SetAsideReasons.Trial, SealedSide.Coder, default));
        Assert.Equal(ReviewResult.NotThere, await FlagAsync(ids[1], null));
        Assert.True(await side.AskAsync<Flags, bool>(flags => flags.TakeOffAsync(ids[0], default)));
        Assert.False(await side.AskAsync<Flags, bool>(flags => flags.TakeOffAsync(ids[0], default)));
        Assert.Empty(await ListAsync(window, new() { Flagged = true }));
    }

    [Fact]
    public async Task Harmless_DecidedAndTakenBack_HoldsForThePassageAndWhatLiesInIt()
    {
        var (_, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We at Example Ltd disagree.")));
        Assert.Equal(ReviewResult.NoSuchPassage, await HarmlessAsync(ids[0], 20, 28));
        Assert.Equal(ReviewResult.NotThere, await HarmlessAsync(Guid.NewGuid(), 0, 1));
        Assert.Equal(ReviewResult.Done, await HarmlessAsync(ids[0], 0, 17));
        Assert.Equal(ReviewResult.Done, await HarmlessAsync(ids[0], 6, 17));
        var decided = Assert.Single(await side.AskAsync<HarmlessPassages, IReadOnlyList<HarmlessPassage>>(passages => passages.OfAsync(ids[0], default)));
        Assert.Equal((0, 17), (decided.Start, decided.End));
        Assert.True(await side.AskAsync<HarmlessPassages, bool>(passages => passages.TakeBackAsync(ids[0], decided.Id, default)));
        Assert.False(await side.AskAsync<HarmlessPassages, bool>(passages => passages.TakeBackAsync(ids[0], decided.Id, default)));
    }

    [Fact]
    public async Task View_KeptUnderANameTwice_IsReplacedAndOnlyOfItsWindow()
    {
        var (window, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.False(await KeepAsync(window, " ", "?area=1"));
        Assert.False(await KeepAsync(window, "mine", ""));
        Assert.False(await KeepAsync(window, new string('x', SavedFilters.LongestName + 1), "?area=1"));
        Assert.True(await KeepAsync(window, "to do", "?area=1"));
        Assert.True(await KeepAsync(window, " to do ", "?area=2"));
        Assert.True(await KeepAsync(other, "to do", "?area=3"));
        var view = Assert.Single(await ViewsAsync(window));
        Assert.Equal(("to do", "?area=2"), (view.Name, view.Query));
        Assert.False(await side.AskAsync<SavedFilters, bool>(filters => filters.DropAsync(other, view.Id, default)));
        Assert.True(await side.AskAsync<SavedFilters, bool>(filters => filters.DropAsync(window, view.Id, default)));
        foreach (var number in Enumerable.Range(1, SavedFilters.Most)) Assert.True(await KeepAsync(window, $"view {number}", "?area=1"));
        Assert.False(await KeepAsync(window, "one more", "?area=1"));
        Assert.True(await KeepAsync(window, "view 3", "?area=4"));
    }

    [Fact]
    public async Task Copies_ConfirmedAsOneText_AreListedOnceUnlessAskedForOrSearched()
    {
        const string Campaign = "Please do not let this focus area become a collection of new laws that nobody can afford to follow.";
        var (window, ids) = await side.WindowAsync([.. Enumerable.Range(0, 3).Select(_ => new SealedSide.Voice(null, (1, Campaign))), new SealedSide.Voice(null, (1, "Something else altogether."))]);
        var proposal = Assert.Single((await side.AskAsync<AlikeTexts, AlikeOverview>(alike => alike.OfWindowAsync(window, default))).Proposed);
        Assert.Equal(4, (await ListAsync(window, new() { CopiesOnce = true })).Count);
        Assert.Equal(AlikeResult.Done, await side.AskAsync<AlikeTexts, AlikeResult>(alike => alike.ConfirmAsync(window, proposal.Key, 3, [], SealedSide.Coder, default)));
        var listed = await ListAsync(window, new() { CopiesOnce = true });
        Assert.Equal(2, listed.Count);
        Assert.Equal([false, true], listed.Select(input => input.HasCopies).Order());
        Assert.Equal(4, (await ListAsync(window, new())).Count);
        Assert.Equal(3, (await ListAsync(window, new() { CopiesOnce = true, Contains = "afford" })).Count);
        // The one that stands for all is set aside or done with: the next one stands for the rest, so that none is forgotten.
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(listed.Single(input => input.HasCopies).Id, SetAsideReasons.Repeated, SealedSide.Coder, default));
        Assert.Equal([false, true], (await ListAsync(window, new() { CopiesOnce = true })).Select(input => input.HasCopies).Order());
    }

    private Task<ReviewResult> FlagAsync(Guid input, string? note) => side.AskAsync<Flags, ReviewResult>(flags => flags.SetAsync(input, note, SealedSide.Coder, default));

    private Task<ReviewResult> HarmlessAsync(Guid input, int start, int end) =>
        side.AskAsync<HarmlessPassages, ReviewResult>(passages => passages.DecideAsync(input, start, end, SealedSide.Coder, default));

    private Task<bool> KeepAsync(Guid window, string name, string query) => side.AskAsync<SavedFilters, bool>(filters => filters.KeepAsync(window, name, query, default));

    private Task<IReadOnlyList<SavedFilter>> ViewsAsync(Guid window) => side.AskAsync<SavedFilters, IReadOnlyList<SavedFilter>>(filters => filters.OfWindowAsync(window, default));

    private async Task<IReadOnlyList<ReadableInput>> ListAsync(Guid window, InputFilter filter) =>
        (await side.AskAsync<InputList, InputPage>(inputs => inputs.PageAsync(SealedSide.Coder, window, filter))).Items;
}
