using BTech.Adversary.Tests.Attackers;
using BTech.Adversary.Tests.Gate;
using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests;

/// <summary>The product as it is, played and attacked: once, or with twenty seeds in the long form (TEST_SEEDS asks for another number).</summary>
public sealed class ProductRuns : IAsyncLifetime
{
    private const int Seeds = 20;

    internal Verdict Verdict { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var seeds = !ScenarioSize.IsFull ? 1 : int.TryParse(Environment.GetEnvironmentVariable("TEST_SEEDS"), out var asked) ? asked : Seeds;
        var board = new Scoreboard();
        // While one window is attacked, which is reckoning, the next is played, which is mostly waiting.
        var attacked = Task.CompletedTask;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var scenario = await Scenario.PlayAsync(seed, ScenarioSize.Asked, []);
            await scenario.DisposeAsync();
            await attacked;
            attacked = Task.Run(() => board.Add(AllAttackers.Try(scenario.Haul), scenario.Haul, scenario.Truth));
        }
        await attacked;
        Verdict = board.Verdict();
        // The figures of docs/anonymity.md.
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "gate.txt"), Verdict.Table(Verdict.Lines.Count));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
