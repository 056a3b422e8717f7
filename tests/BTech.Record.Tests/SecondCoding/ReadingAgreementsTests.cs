using BTech.Record.Inputs;
using BTech.Record.SecondCoding;
using CsCheck;

namespace BTech.Record.Tests.SecondCoding;

/// <summary>What is told of the agreement of two readings is what the formula makes of their sentences.</summary>
public sealed class ReadingAgreementsTests(SealedSide side) : IClassFixture<SealedSide>
{
    // Two coders and two values: one less the disagreement that is there over the one that chance gives. Written down from the counts, not from pairs of values.
    private static double? Direct(List<(bool First, bool Second)> units)
    {
        double values = 2 * units.Count, differing = units.Count(unit => unit.First != unit.Second);
        double present = units.Sum(unit => (unit.First ? 1 : 0) + (unit.Second ? 1 : 0)), absent = values - present;
        return present * absent == 0 ? null : 1 - ((values - 1) * differing / (present * absent));
    }

    [Fact]
    public async Task Agreement_OfSmallMatrices_IsThatOfTheFormula()
    {
        // Rows of five sentences under two themes, for the first reading and the second.
        var cases = new List<int[]>();
        Gen.Int[0, 31].Array[4].Array[6].Sample(drawn => { if (cases.Count == 0) cases.AddRange(drawn); }, iter: 1);
        foreach (var (one, other) in cases.Append([3, 6, 0, 0]).Append([31, 31, 1, 2]).Select(rows => ((rows[0], rows[1]), (rows[2], rows[3]))))
        {
            var round = await TwoReadings.OfAsync(side, 1);
            var (a, b) = (await round.ThemeAsync("A"), await round.ThemeAsync("B"));
            await round.CodeAsync(TwoReadings.First, round.Inputs[0], await round.ThemeAsync("Elsewhere"), 5);
            await round.OpenAsync(TwoReadings.Second);
            foreach (var (theme, (first, second)) in new[] { (a, one), (b, other) })
            {
                await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, Sentences(first));
                await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, Sentences(second));
            }
            await round.FinishAsync(round.Inputs[0]);
            var found = await round.AgreementAsync();
            var all = Units(0b00001, 0);
            foreach (var (theme, (first, second)) in new[] { (a, one), (b, other) })
            {
                var line = found.Themes.SingleOrDefault(line => line.Theme!.Id == theme);
                if (first + second == 0)
                {
                    // A theme that neither reading gave is no merit of theirs.
                    Assert.Null(line);
                    continue;
                }
                var units = Units(first, second);
                all = [.. all, .. units];
                AssertAlike(Direct(units), line!.Alpha);
                Assert.Equal((5, units.Count(unit => unit.First == unit.Second) / 5.0), (line.Units.Number, line.Agreeing));
                Assert.Equal((units.Count(unit => unit is (true, true)), units.Count(unit => unit is (true, false)), units.Count(unit => unit is (false, true))), (line.Both.Number, line.FirstOnly.Number, line.SecondOnly.Number));
            }
            AssertAlike(Direct(all), found.Together.Alpha);
            Assert.Equal(all.Count, found.Together.Units.Number);
        }
    }

    // The binary example of K. Krippendorff (2011), section A, as it comes out of coded sentences: two coders, ten units.
    [Fact]
    public async Task Agreement_OfThePublishedExample_IsAsPublished()
    {
        var round = await TwoReadings.OfAsync(side, 2);
        var theme = await round.ThemeAsync("Present");
        string[] coders = ["0100000010", "1110010000"];
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, Marked(coders[0][..5]));
        await round.CodeAsync(TwoReadings.First, round.Inputs[1], theme, Marked(coders[0][5..]));
        await round.OpenAsync(TwoReadings.Second);
        await round.CodeAsync(TwoReadings.Second, round.Inputs[0], theme, Marked(coders[1][..5]));
        await round.CodeAsync(TwoReadings.Second, round.Inputs[1], theme, Marked(coders[1][5..]));
        await side.AskAsync<SecondReadings, bool>(readings => readings.FinishAllAsync(TwoReadings.Second, round.Window, default));
        var line = Assert.Single((await round.AgreementAsync()).Themes);
        Assert.Equal((0.095, 10, 0.6), (Math.Round(line.Alpha!.Value, 3), line.Units.Number, line.Agreeing));
        Assert.Equal(Reliance.Unreliable, line.Reliance);

        static int[] Marked(string row) => [.. row.Select((mark, at) => (mark, at)).Where(one => one.mark == '1').Select(one => one.at + 1)];
    }

    [Theory]
    [InlineData(null, Reliance.Untold)]
    [InlineData(0.6669, Reliance.Unreliable)]
    [InlineData(0.667, Reliance.Tentative)]
    [InlineData(0.7999, Reliance.Tentative)]
    [InlineData(0.8, Reliance.Reliable)]
    public void Reliance_ByTheBounds(double? alpha, Reliance expected) =>
        Assert.Equal(expected, (ThemeAgreement.Of(null, []) with { Alpha = alpha }).Reliance);

    [Fact]
    public async Task Agreement_CountsNeitherMaskedSentencesNorWhatIsSetAsideWithdrawnOrCodedAfterwards()
    {
        var round = await TwoReadings.OfAsync(side, 3);
        var theme = await round.ThemeAsync("Remedy");
        foreach (var input in round.Inputs) await round.CodeAsync(TwoReadings.First, input, theme, 1);
        await round.OpenAsync(TwoReadings.Second);
        await side.AskAsync<SecondReadings, bool>(readings => readings.FinishAllAsync(TwoReadings.Second, round.Window, default));
        Assert.Equal((3, 15, 3), await FiguresAsync());
        await round.CodeAsync(TwoReadings.First, round.Inputs[0], theme, 4);
        Assert.Equal((3, 15, 3), await FiguresAsync());
        await side.AskAsync<Review, ReviewResult>(review => review.SetAsideAsync(round.Inputs[1], SetAsideReasons.OffTopic, TwoReadings.First, default));
        Assert.Equal((2, 10, 2), await FiguresAsync());
        await side.WithdrawAsync(round.Inputs[2]);
        Assert.Equal((1, 5, 1), await FiguresAsync());
        Assert.Equal(ReviewResult.Done, await side.AskAsync<Review, ReviewResult>(review => review.MaskAsync(round.Inputs[0], 0, "One of 0.".Length, "a name", TwoReadings.First, default)));
        Assert.Equal((1, 4, 0), await FiguresAsync());

        async Task<(int Inputs, int Units, int FirstOnly)> FiguresAsync()
        {
            var found = await round.AgreementAsync();
            return (found.Inputs.Number, found.Together.Units.Number, found.Together.FirstOnly.Number);
        }
    }

    private static void AssertAlike(double? expected, double? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is { } number) Assert.Equal(number, found!.Value, 9);
    }

    private static int[] Sentences(int row) => [.. Enumerable.Range(1, 5).Where(sentence => (row & (1 << (5 - sentence))) != 0)];

    private static List<(bool First, bool Second)> Units(int first, int second) => [.. Enumerable.Range(1, 5).Select(sentence => (Sentences(first).Contains(sentence), Sentences(second).Contains(sentence)))];
}
