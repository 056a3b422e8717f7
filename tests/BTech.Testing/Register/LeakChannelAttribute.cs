using Xunit.v3;

namespace BTech.Testing;

/// <summary>Says that a test would fail if one of these channels of docs/invariants.md leaked; also a trait to run them by.</summary>
/// <param name="numbers">1 to 31.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LeakChannelAttribute(params int[] numbers) : Attribute, ITraitAttribute
{
    /// <summary>1 to 31.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. numbers.Select(number => KeyValuePair.Create("Leak channel", $"L{number}"))];
}
