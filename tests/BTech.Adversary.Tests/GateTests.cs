using BTech.Testing;

namespace BTech.Adversary.Tests;

/// <summary>The main claim (I12) on the product as it is, and what each attacker asks for besides.</summary>
[Collection(nameof(OneAtATime))]
public sealed class GateTests(ProductRuns runs) : IClassFixture<ProductRuns>
{
    [Fact(DisplayName = "I12: whoever holds all records after the seal guesses authors no better than chance")]
    [Invariant(12)]
    public void Gate_OnTheProduct_Holds()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(runs.Verdict.Table(20));
        Assert.True(runs.Verdict.Red.Count == 0, string.Join('\n', runs.Verdict.Red));
        // A gate that nothing came near would be one that nobody tried.
        Assert.True(runs.Verdict.Lines.Count > 1000, $"{runs.Verdict.Lines.Count} attacks");
    }

    [Theory(DisplayName = "Invariants by attacker")]
    [Invariant(2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 22, 26, 27, 28)]
    [LeakChannel(1, 2, 4, 5, 8, 9, 11, 20, 21, 24)]
    [InlineData("RankMatch", "I3, I4, I6: no order of the People side is one of the Record side")]
    [InlineData("RankTrend", "I6: no order goes with that of writing, however blurred")]
    [InlineData("NearestTime", "I3: no clock beside a text")]
    [InlineData("ValueJoin", "I2, I16: no value, hash or keyed hash on both sides")]
    [InlineData("XminJoin", "I5: no transaction wrote both sides")]
    [InlineData("LengthMatch", "I9: no length of the window's time is that of a text")]
    [InlineData("TwoStageJoin", "I27: nothing crosses the seal but the text")]
    [InlineData("SnapshotDiff", "I28: two dumps tell no more than one")]
    [InlineData("SessionTrace", "I11: no trace of a session in any log")]
    [InlineData("TextSearch", "I7, I26: no text before the seal, and none after it that was not sent")]
    [InlineData("KeyHunt", "I8: no key that is left opens a box")]
    [InlineData("WhoWrote", "I5, I13, I14: nothing says who has written")]
    [InlineData("Tally", "I14: no number follows how many have written")]
    [InlineData("SmallLabel", "I22: no label is carried by a few")]
    [InlineData("OrderKept", "I6, I28: no mix leaves the boxes in their order")]
    public void Attacker_OnTheProduct_FindsNothing(string attacker, string invariants) =>
        Assert.True(runs.Verdict.Red.All(line => line.Attacker != attacker), $"{invariants}\n{string.Join('\n', runs.Verdict.Red)}");

    [Fact]
    public void Style_OfTheInventedPeople_IsReportedAndNotGated()
    {
        var style = runs.Verdict.Lines.Single(line => line.Attacker == nameof(Attackers.Style));
        // They have habits, so an attacker who looks at words must find some of them; that is what the report is for.
        Assert.True(style.Hits > 2 * style.Chance, $"{style}");
        Assert.False(style.IsRed);
        Assert.Single(runs.Verdict.Lines, line => line.Attacker == nameof(Attackers.LanguageMatch));
    }

    [Fact]
    public void Attackers_AreAllAskedFor() =>
        Assert.Equal(Attackers.AllAttackers.List.Select(attacker => attacker.GetType().Name).Order(), typeof(GateTests).GetMethod(nameof(Attacker_OnTheProduct_FindsNothing))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Select(data => (string)((InlineDataAttribute)data).Data[0]!).Order());
}
