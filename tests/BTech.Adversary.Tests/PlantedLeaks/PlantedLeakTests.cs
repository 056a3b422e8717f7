using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Gate;
using BTech.Testing;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>The gate itself is tried (I12): each leak, looked at alone, turns it red, and the verdict names the attacker.</summary>
[Collection(nameof(OneAtATime))]
public sealed class PlantedLeakTests(LeakyRun run) : IClassFixture<LeakyRun>
{
    public static TheoryData<string> Names => [.. AllLeaks.List.Select(leak => leak.Name)];

    [Theory(DisplayName = "I12: a planted leak turns the gate red")]
    [Invariant(12)]
    [MemberData(nameof(Names))]
    public void PlantedLeak_IsCaught(string name)
    {
        var leak = AllLeaks.List.Single(planted => planted.Name == name);
        var haul = run.Scenario.Haul.Only(name);
        var verdict = Scoreboard.Judge(AllAttackers.Try(haul), haul, run.Scenario.Truth);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Table(10));
        Assert.True(verdict.Red.Any(line => line.Attacker == leak.Attacker), $"{leak.Attacker} did not find {name}:\n{verdict.Table(10)}");
    }

    [Fact]
    public void Gate_WithNothingPlantedInSight_Holds()
    {
        var haul = run.Scenario.Haul.Only("nothing");
        Assert.Empty(Scoreboard.Judge(AllAttackers.Try(haul), haul, run.Scenario.Truth).Red);
    }

    [Fact]
    public void List_OfPlantedLeaks_NamesEachOnceAndIsLongEnough()
    {
        Assert.Equal(AllLeaks.List.Count, AllLeaks.List.DistinctBy(leak => leak.Name).Count());
        Assert.True(AllLeaks.List.Count >= 30);
    }
}
