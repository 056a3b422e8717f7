using BTech.Record.Inputs;

namespace BTech.Record.Tests.Inputs;

/// <summary>Threats are out of sight like everything that is hidden, and kept for those who protect people.</summary>
public sealed class ThreatsTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Read_MaskedThreat_GivesThatPassageAndNothingThatWasHiddenForAnotherReason()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "I am Zoé. We know where you live. Good paper.")));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 5, 8, "a name", SealedSide.Coder, default));
        Assert.Empty(await ListAsync(window));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 0, 33, "a threat", isThreat: true, SealedSide.Coder, default));
        Assert.Equal((ids[0], false, null), Assert.Single(await ListAsync(window)) is var threat ? (threat.Id, threat.IsWhole, threat.Handover) : default);
        Assert.Equal(["I am […]. We know where you live."], (await ReadAsync(window, ids[0]))!.Value.Passages);
    }

    [Fact]
    public async Task Read_SetAsideAsThreat_GivesTheWholeAndForAnyOtherReasonNothing()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We know where you live."), (1, "You fools.")));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Threat, SealedSide.Coder, default));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[1], SetAsideReasons.Hostile, SealedSide.Coder, default));
        Assert.True(Assert.Single(await ListAsync(window)).IsWhole);
        Assert.Equal(["We know where you live."], (await ReadAsync(window, ids[0]))!.Value.Passages);
        Assert.Null(await ReadAsync(window, ids[1]));
        Assert.Null(await ReadAsync(Guid.NewGuid(), ids[0]));
        // What its author withdraws is gone here as everywhere.
        await side.WithdrawAsync(ids[0]);
        Assert.Empty(await ListAsync(window));
        Assert.Null(await ReadAsync(window, ids[0]));
    }

    /// <summary>Set aside for something else, it still is a threat; what is kept is the passage.</summary>
    [Fact]
    public async Task Read_MaskedThreatInATextSetAsideForAnotherReason_StaysOnTheList()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "You fools. We know where you live.")));
        await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(ids[0], 11, 34, "a threat", isThreat: true, SealedSide.Coder, default));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Hostile, SealedSide.Coder, default));
        Assert.False(Assert.Single(await ListAsync(window)).IsWhole);
        Assert.Equal(["We know where you live."], (await ReadAsync(window, ids[0]))!.Value.Passages);
    }

    [Fact]
    public async Task HandOver_NotedAndTakenBack_ShowsWhatWasAgreed()
    {
        var (window, ids) = await side.WindowAsync(new SealedSide.Voice(null, (1, "We know where you live."), (1, "Fine.")));
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.Threat, SealedSide.Coder, default));
        Assert.Equal(ReviewResult.ReasonMissing, await HandOverAsync(window, ids[0], " "));
        Assert.Equal(ReviewResult.ReasonMissing, await HandOverAsync(window, ids[0], new string('x', Threats.LongestNote + 1)));
        Assert.Equal(ReviewResult.NotThere, await HandOverAsync(window, ids[1], "the desk"));
        Assert.Equal(ReviewResult.Done, await HandOverAsync(window, ids[0], "the desk"));
        Assert.Equal(ReviewResult.Done, await HandOverAsync(window, ids[0], " the security desk "));
        Assert.Equal("the security desk", Assert.Single(await ListAsync(window)).Handover);
        Assert.True(await side.AskAsync<Threats, bool>(threats => threats.TakeBackAsync(window, ids[0], default)));
        Assert.False(await side.AskAsync<Threats, bool>(threats => threats.TakeBackAsync(window, ids[0], default)));
        Assert.Null(Assert.Single(await ListAsync(window)).Handover);
    }

    private Task<IReadOnlyList<Threat>> ListAsync(Guid window) => side.AskAsync<Threats, IReadOnlyList<Threat>>(threats => threats.OfWindowAsync(window, default));

    private Task<(string Language, IReadOnlyList<string> Passages)?> ReadAsync(Guid window, Guid input) =>
        side.AskAsync<Threats, (string, IReadOnlyList<string>)?>(threats => threats.ReadAsync(window, input, default));

    private Task<ReviewResult> HandOverAsync(Guid window, Guid input, string note) =>
        side.AskAsync<Threats, ReviewResult>(threats => threats.HandOverAsync(window, input, note, SealedSide.Other, default));
}
