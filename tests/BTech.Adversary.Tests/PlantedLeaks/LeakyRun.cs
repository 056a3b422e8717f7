using BTech.Adversary.Tests.Scenarios;

namespace BTech.Adversary.Tests.PlantedLeaks;

/// <summary>One scenario with everything planted in it.</summary>
public sealed class LeakyRun : IAsyncLifetime
{
    internal Scenario Scenario { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Scenario = await Scenario.PlayAsync(7, ScenarioSize.Quick, AllLeaks.List);

    public ValueTask DisposeAsync() => Scenario.DisposeAsync();
}
