using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Similarity;

namespace BTech.Record.Tests.Similarity;

/// <summary>What a person decides about alike texts, and what it does to numbers.</summary>
public sealed class AlikeTextsTests(SealedSide side) : IClassFixture<SealedSide>
{
    private const string Campaign = "Please do not let this focus area become a collection of new laws that nobody can afford to follow.";

    [Fact]
    public async Task Proposal_UntilAPersonDecides_ChangesNoNumber()
    {
        var (consultation, window, ids) = await CampaignAsync();
        var proposal = Assert.Single((await OverviewAsync(window)).Proposed);
        Assert.Equal((3, 3, 2), (proposal.Texts.Number, proposal.Contributors!.Number, proposal.Variants.Count));
        Assert.Equal((4, 4), await BackingAsync(consultation, window, ids));
        Assert.Equal(AlikeResult.Done, await ConfirmAsync(window, proposal));
        var overview = await OverviewAsync(window);
        Assert.Empty(overview.Proposed);
        Assert.Equal(3, Assert.Single(overview.Confirmed).Texts.Number);
        Assert.Equal((2, 2), await BackingAsync(consultation, window, ids));
        Assert.Equal(AlikeResult.Done, await AskAsync(alike => alike.DissolveAsync(window, overview.Confirmed[0].Key, default)));
        Assert.Equal((4, 4), await BackingAsync(consultation, window, ids));
        Assert.Single((await OverviewAsync(window)).Proposed);
    }

    [Fact]
    public async Task TakeOut_AVariant_StandsForItselfAndIsNotOfferedAgain()
    {
        var (consultation, window, ids) = await CampaignAsync();
        var proposal = Assert.Single((await OverviewAsync(window)).Proposed);
        Assert.Equal(AlikeResult.TooFew, await ConfirmAsync(window, proposal, proposal.Variants[0].InputId));
        Assert.Equal(AlikeResult.Done, await ConfirmAsync(window, proposal));
        var group = Assert.Single((await OverviewAsync(window)).Confirmed);
        Assert.Equal(AlikeResult.Done, await AskAsync(alike => alike.TakeOutAsync(window, group.Key, group.Variants[1].InputId, default)));
        Assert.Equal(AlikeResult.TooFew, await AskAsync(alike => alike.TakeOutAsync(window, group.Key, group.Variants[0].InputId, default)));
        group = Assert.Single((await OverviewAsync(window)).Confirmed);
        Assert.Equal((2, 0), (group.Texts.Number, group.More.Count));
        Assert.Equal((3, 3), await BackingAsync(consultation, window, ids));
    }

    [Fact]
    public async Task Reject_AProposal_IsNotMadeAgainUntilReconsidered()
    {
        var (_, window, _) = await CampaignAsync();
        var proposal = Assert.Single((await OverviewAsync(window)).Proposed);
        Assert.Equal(AlikeResult.Changed, await AskAsync(alike => alike.RejectAsync(window, proposal.Key, 99, SealedSide.Coder, default)));
        Assert.Equal(AlikeResult.Done, await AskAsync(alike => alike.RejectAsync(window, proposal.Key, 3, SealedSide.Coder, default)));
        var overview = await OverviewAsync(window);
        Assert.Equal((0, 0, 1), (overview.Proposed.Count, overview.Confirmed.Count, overview.Rejected.Count));
        Assert.Equal(AlikeResult.Done, await AskAsync(alike => alike.DissolveAsync(window, overview.Rejected[0].Key, default)));
        Assert.Single((await OverviewAsync(window)).Proposed);
    }

    [Fact]
    public async Task OneContributor_RepeatingATextInSeveralAreas_IsNoCampaign()
    {
        var (window, _) = await side.WindowAsync(new SealedSide.Voice(null, (1, Campaign), (2, Campaign)), new SealedSide.Voice(null, (1, "Something quite different that has nothing to do with it.")));
        Assert.Empty((await OverviewAsync(window)).Proposed);
    }

    [Fact]
    public async Task SetAsideWithdrawnAndMaskedTexts_AreInNoGroup()
    {
        var (_, window, ids) = await CampaignAsync();
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[0], SetAsideReasons.All[0], SealedSide.Coder, default));
        Assert.Equal(2, Assert.Single((await OverviewAsync(window)).Proposed).Texts.Number);
        await side.WithdrawAsync(ids[1]);
        Assert.Empty((await OverviewAsync(window)).Proposed);

        (_, window, ids) = await CampaignAsync();
        foreach (var id in ids.Take(2)) await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(id, 0, Campaign.Length, "all of it", SealedSide.Coder, default));
        Assert.Empty((await OverviewAsync(window)).Proposed);
    }

    [Fact]
    public async Task PutIn_ATextFoundLater_JoinsTheGroup()
    {
        var (_, window, ids) = await CampaignAsync();
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(ids[2], SetAsideReasons.All[0], SealedSide.Coder, default));
        await ConfirmAsync(window, Assert.Single((await OverviewAsync(window)).Proposed));
        await side.AskAsync<Review, ReviewResult>(review => review.UndoAsync(ids[2], SealedSide.Coder, default));
        var group = Assert.Single((await OverviewAsync(window)).Confirmed);
        Assert.Equal((2, 1), (group.Texts.Number, group.More.Count));
        Assert.Equal(AlikeResult.Done, await AskAsync(alike => alike.PutInAsync(window, group.Key, group.More[0].InputId, default)));
        Assert.Equal(3, Assert.Single((await OverviewAsync(window)).Confirmed).Texts.Number);
    }

    // Two word for word, one with a greeting, and one contributor who says it in words of their own.
    private async Task<(Guid Consultation, Guid Window, IReadOnlyList<Guid> Inputs)> CampaignAsync()
    {
        var consultation = Guid.NewGuid();
        var theme = await side.ThemeAsync(consultation, "laws");
        var (window, ids) = await side.WindowAsync(
            new SealedSide.Voice(null, (1, Campaign)), new SealedSide.Voice(null, (1, Campaign.ToUpperInvariant())),
            new SealedSide.Voice(null, (1, "Dear team, " + Campaign)), new SealedSide.Voice(null, (1, "We have enough rules already, and would rather see those in force applied.")));
        foreach (var id in ids) await side.CodeAsync(consultation, id, theme);
        return (consultation, window, ids);
    }

    private async Task<(int Contributors, int Addressed)> BackingAsync(Guid consultation, Guid window, IReadOnlyList<Guid> ids)
    {
        Assert.NotEqual(Guid.Empty, consultation);
        var evidence = new List<Evidence>();
        foreach (var id in ids)
            evidence.AddRange((await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(SealedSide.Coder, id, default)))
                .Select(excerpt => new Evidence { KeyPointId = Guid.NewGuid(), ExcerptId = excerpt.Id, Weight = EvidenceWeight.Main }));
        var backing = await side.AskAsync<Backings, PointBacking>(backings => backings.OfAsync(window, 1, evidence, default));
        return (backing.Contributors.Number, backing.Addressed.Number);
    }

    private Task<AlikeOverview> OverviewAsync(Guid window) => side.AskAsync<AlikeTexts, AlikeOverview>(alike => alike.OfWindowAsync(window, default));

    private Task<AlikeResult> ConfirmAsync(Guid window, AlikeProposal proposal, params Guid[] leftOut) =>
        AskAsync(alike => alike.ConfirmAsync(window, proposal.Key, proposal.Texts.Number, leftOut, SealedSide.Coder, default));

    private Task<AlikeResult> AskAsync(Func<AlikeTexts, Task<AlikeResult>> act) => side.AskAsync(act);
}
