namespace BTech.Adversary.Tests.Scenarios;

/// <summary>How many people in which groups, and how often somebody takes a dump.</summary>
internal sealed record ScenarioSize(IReadOnlyList<(string Group, int People)> Groups, int Snapshots)
{
    public static ScenarioSize Quick { get; } = new([("companies", 24), ("civil society", 20), ("academia", 16)], 2);

    public static ScenarioSize Full { get; } =
        new([("civil society", 70), ("companies", 60), ("academia", 30), ("states", 20), ("human rights institutions", 12), ("multi-stakeholder initiatives", 8)], 21);

    /// <summary>Whether the long forms were asked for.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("TEST_FULL") == "1";

    /// <summary>What the gate runs on.</summary>
    public static ScenarioSize Asked => IsFull ? Full : Quick;
}
