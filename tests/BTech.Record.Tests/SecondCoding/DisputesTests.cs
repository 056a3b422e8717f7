using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Exports;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.Reports;
using BTech.Record.SecondCoding;
using BTech.Record.Tests.Reports;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>Disputes: what they are, what counts before and after, and two people at one of them.</summary>
public sealed class DisputesTests(SealedSide side) : IClassFixture<SealedSide>
{
    [Fact]
    public async Task Disputes_AreChainsOnWhichTheReadingsDiffer()
    {
        var (round, theme, _) = await DifferingAsync();
        var found = await round.DisputesAsync();
        // 1 both alike; 2-3 against 3; 4 by the first alone; 5 by the second alone.
        Assert.Equal(3, found.Count);
        var both = Assert.Single(found, one => one.First.Count > 0 && one.Second.Count > 0);
        Assert.Equal(("Two here. Three here.", "Three here."), (Assert.Single(both.First).Words.Trim(), Assert.Single(both.Second).Words.Trim()));
        Assert.Equal([Settlement.First, Settlement.Second, Settlement.Both, Settlement.Neither], both.Offered);
        Assert.Equal([Settlement.First, Settlement.Neither], Assert.Single(found, one => one.Second.Count == 0).Offered);
        Assert.Equal([Settlement.Second, Settlement.Neither], Assert.Single(found, one => one.First.Count == 0).Offered);
        // Before anything is settled the theme counts once wherever either reading gives it.
        Assert.Equal(4, await round.CountedAsync(theme));
    }

    [Theory]
    [InlineData(Settlement.First, 4)]
    [InlineData(Settlement.Second, 4)]
    [InlineData(Settlement.Both, 5)]
    [InlineData(Settlement.Neither, 3)]
    public async Task Settled_CountsAsSettledEverywhere_AndTakenBackAsBefore(Settlement how, int counted)
    {
        var (round, theme, input) = await DifferingAsync();
        var dispute = Assert.Single(await round.DisputesAsync(), one => one.First.Count > 0 && one.Second.Count > 0);
        var before = await CountsAsync();
        var alpha = (await round.AgreementAsync()).Together.Alpha;
        Assert.Equal(SettledResult.Done, await round.SettleAsync(dispute, how));
        Assert.Equal(counted, await round.CountedAsync(theme));
        Assert.Equal((counted, counted, counted), await CountsAsync());
        var settled = (await round.DisputesAsync()).Single(one => one.Id == dispute.Id);
        Assert.Equal(how, settled.Settled);
        // What is settled changes nothing of how far the two agreed.
        Assert.Equal(alpha, (await round.AgreementAsync()).Together.Alpha);
        Assert.Equal(SettledResult.Done, await round.TakeBackAsync(settled));
        Assert.Equal(before, await CountsAsync());
        Assert.Null((await round.DisputesAsync()).Single(one => one.Id == dispute.Id).Settled);

        async Task<(int Seen, int Tray, int Exported)> CountsAsync()
        {
            var tray = await side.AskAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfWindowAsync(TwoReadings.First, round.Window, null, theme, default));
            var order = new ExportOrder(round.Window, round.Consultation, "csv", "a test", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2), false, false);
            var begun = await side.AskAsync<ExportRegister, BegunExport>(register => register.BeginAsync(order, TwoReadings.First, TwoReadings.Second, default));
            var exported = await side.AskAsync<ExportReading, List<ExportedInput>>(async reading => await reading.ReadAsync(begun, default).ToListAsync());
            Assert.Equal(1, begun.BookVersion);
            return ((await round.SeenByAsync(TwoReadings.Second, input)).Count, tray.Count, exported.Sum(one => one.Passages.Count));
        }
    }

    [Fact]
    public async Task Settled_ToNeitherOnAllOfThem_LeavesTheMatrixWithoutTheContributor()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.FinishAsync(round.Inputs[0]);
        Assert.Equal(1, await ContributorsAsync());
        Assert.Equal(SettledResult.Done, await round.SettleAsync(Assert.Single(await round.DisputesAsync()), Settlement.Neither));
        Assert.Equal(0, await ContributorsAsync());
        // It cannot be given anew beside what was settled, nor changed or removed but where it was settled.
        Assert.Equal(CodingResult.Compared, await round.CodeTogetherAsync(TwoReadings.First, round.Inputs[0], theme, Stance.Support, 1));
        Assert.Equal(CodingResult.Done, await round.CodeTogetherAsync(TwoReadings.First, round.Inputs[0], theme, Stance.Support, 2));

        async Task<int> ContributorsAsync() => (await side.AskAsync<CodingMatrices, CodingMatrix>(matrices => matrices.OfAsync(round.Window, default))).Themes.Sum(line => line.Inputs.Number);
    }

    [Fact]
    public async Task Compared_CodingsAreNeitherRemovedNorTurnedButInTheComparison()
    {
        var (round, theme, input) = await DifferingAsync();
        foreach (var coding in await round.SeenByAsync(TwoReadings.First, input))
        {
            Assert.Equal(CodingResult.Compared, await side.AskAsync<ExcerptCoding, CodingResult>(asked => asked.RemoveAsync(input, coding.Id, TwoReadings.First, default)));
            Assert.False(await side.AskAsync<ExcerptCoding, bool>(asked => asked.TakeBackAsync(input, [coding.Id], coding.CodedBy, default)));
            Assert.Equal(CodingResult.Compared, await side.AskAsync<ExcerptCoding, CodingResult>(asked => asked.ChangeAsync(input, coding.Id, coding.State, new ThemeChoice(round.Consultation, theme, Stance.Concern), TwoReadings.First, default)));
            Assert.Equal(CodingResult.Done, await side.AskAsync<ExcerptCoding, CodingResult>(asked => asked.ChangeAsync(input, coding.Id, coding.State, new ThemeChoice(round.Consultation, theme, coding.Stance, "noted"), TwoReadings.First, default)));
        }
        Assert.Equal(4, await round.CountedAsync(theme));
    }

    [Fact]
    public async Task Stance_OnTheSameWords_IsADisputeInWhichBothCannotHold()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var theme = await round.ThemeAsync("Remedy");
        await round.CodeTogetherAsync(TwoReadings.First, round.Inputs[0], theme, Stance.Support, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeTogetherAsync(TwoReadings.Second, round.Inputs[0], theme, Stance.Concern, 1);
        await round.FinishAsync(round.Inputs[0]);
        var dispute = Assert.Single(await round.DisputesAsync());
        Assert.DoesNotContain(Settlement.Both, dispute.Offered);
        Assert.Equal(SettledResult.NotOffered, await round.SettleAsync(dispute, Settlement.Both));
        Assert.Equal(Stance.Support, Assert.Single(await round.SeenByAsync(TwoReadings.First, round.Inputs[0])).Stance);
        Assert.Equal(SettledResult.Done, await round.SettleAsync(dispute, Settlement.Second));
        Assert.Equal(Stance.Concern, Assert.Single(await round.SeenByAsync(TwoReadings.First, round.Inputs[0])).Stance);
    }

    [Fact]
    public async Task TwoAtOneDispute_TheSecondIsToldAndChangesNothing()
    {
        var (round, theme, _) = await DifferingAsync();
        var dispute = Assert.Single(await round.DisputesAsync(), one => one.Second.Count == 0);
        var results = await Task.WhenAll(round.SettleAsync(dispute, Settlement.First), round.SettleAsync(dispute, Settlement.Neither));
        Assert.Single(results, SettledResult.Done);
        Assert.Single(results, SettledResult.ChangedMeanwhile);
        Assert.Equal(results[0] == SettledResult.Done ? 4 : 3, await round.CountedAsync(theme));
        Assert.Equal(SettledResult.ChangedMeanwhile, await round.TakeBackAsync(dispute));
    }

    [Fact]
    public async Task Settle_AgainstACodingOnWhichAKeyPointRests_IsRefused()
    {
        var (round, _, _) = await DifferingAsync();
        var dispute = Assert.Single(await round.DisputesAsync(), one => one.Second.Count == 0);
        var consultation = InventedConsultation.New();
        var number = await side.AskAsync<SummaryReports, int>(reports => reports.CreateAsync(consultation, InventedConsultation.Window(consultation, round.Window), Language.English, TwoReadings.First, default));
        var report = (await side.AskAsync<SummaryReports, SummaryReport?>(reports => reports.FindAsync(number, null, default)))!;
        var evidence = (await round.SeenByAsync(TwoReadings.First, dispute.InputId)).Single(coding => coding.Id == dispute.Id);
        var draft = new KeyPointDraft { Text = "One participant asked for **a fourth sentence**.", Attribution = AttributionLadder.One, Stance = Stance.Support, Evidence = new Dictionary<Guid, EvidenceWeight> { [evidence.Id] = EvidenceWeight.Main } };
        var area = report.Sections.Single(section => section.FocusAreaNumber == 1).Id;
        Assert.Equal(DraftResult.Done, (await side.AskAsync<Drafting, DraftOutcome>(drafting => drafting.AddKeyPointAsync(report.Id, new StatementPlace(area), draft, ["The project team"], TwoReadings.First, default))).Result);
        Assert.Equal(SettledResult.InUse, await round.SettleAsync(dispute, Settlement.Neither));
        Assert.Equal(SettledResult.Done, await round.SettleAsync(dispute, Settlement.First));
        Assert.Equal(SettledResult.NotThere, await side.AskAsync<Disputes, SettledResult>(disputes => disputes.SettleAsync(Guid.NewGuid(), dispute.Id, dispute.State, Settlement.Neither, default)));
    }

    [Fact]
    public async Task Merge_ThatMakesTheReadingsAgree_EndsTheDisputeAndCountsOnce()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (one, other) = (await round.ThemeAsync("One"), await round.ThemeAsync("Other"));
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], one, 1);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], other, 1);
        await round.FinishAsync(round.Inputs[0]);
        Assert.Equal((2, 1, 1), ((await round.DisputesAsync()).Count, await round.CountedAsync(one), await round.CountedAsync(other)));
        Assert.Equal(CodingResult.Done, await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.MergeAsync(round.Consultation, other, one, default)));
        Assert.Empty(await round.DisputesAsync());
        Assert.Equal(1, await round.CountedAsync(one));
        Assert.Equal(1, (await round.AgreementAsync()).Together.Both.Number);
        Assert.Equal(CodingResult.Done, await side.AskAsync<ThemeMerging, CodingResult>(merging => merging.TakeBackAsync(round.Consultation, other, default)));
        Assert.Equal((2, 1, 1), ((await round.DisputesAsync()).Count, await round.CountedAsync(one), await round.CountedAsync(other)));
    }

    [Fact]
    public async Task SetAsideOrWithdrawn_LeavesNoDispute()
    {
        var (round, _, input) = await DifferingAsync();
        var dispute = (await round.DisputesAsync())[0];
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(input, SetAsideReasons.OffTopic, TwoReadings.First, default));
        Assert.Empty(await round.DisputesAsync());
        Assert.Equal(SettledResult.NotThere, await round.SettleAsync(dispute, dispute.Offered[0]));
    }

    // One input: both alike on 1; 2 and 3 against 3; 4 by the first alone; 5 by the second alone.
    private async Task<(TwoReadings Round, Guid Theme, Guid Input)> DifferingAsync()
    {
        var round = await TwoReadings.OfAsync(side, 1);
        var (theme, input) = (await round.ThemeAsync("Remedy"), round.Inputs[0]);
        await round.CodeAsync(TwoReadings.First, input, theme, 1, 4);
        await round.CodeTogetherAsync(TwoReadings.First, input, theme, Stance.Support, 2, 3);
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, input, theme, 1, 3, 5);
        await round.FinishAsync(input);
        return (round, theme, input);
    }
}
