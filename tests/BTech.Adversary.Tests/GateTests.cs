using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Gate;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests;

/// <summary>The main claim (I12) on the product as it is, with the invariants that the same attackers ask for (I2, I7, I8, I11, I13, I16, I26, I27, I28).</summary>
[Collection(nameof(OneAtATime))]
public sealed class GateTests
{
    private const int Seeds = 20;

    [Fact(DisplayName = "I12: whoever holds all records after the seal guesses authors no better than chance")]
    public async Task Gate_OnTheProduct_Holds()
    {
        var runs = new List<(IReadOnlyList<Attack>, Loot.Haul, Truth)>();
        var seeds = ScenarioSize.IsFull ? int.TryParse(Environment.GetEnvironmentVariable("TEST_SEEDS"), out var asked) ? asked : Seeds : 1;
        for (var seed = 1; seed <= seeds; seed++)
        {
            await using var scenario = await Scenario.PlayAsync(seed, ScenarioSize.Asked, []);
            runs.Add((AllAttackers.Try(scenario.Haul), scenario.Haul.WithoutFiles(), scenario.Truth));
        }
        var verdict = Verdict.Of(runs);
        TestContext.Current.TestOutputHelper?.WriteLine(verdict.Table());
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "gate.txt"), verdict.Table(verdict.Lines.Count), TestContext.Current.CancellationToken);
        Assert.True(verdict.Red.Count == 0, string.Join('\n', verdict.Red));
        // A gate that nothing came near would be one that nobody tried.
        Assert.True(verdict.Attacks > 1000, $"{verdict.Attacks} attacks");
    }
}
