using Xunit.v3;

namespace BTech.Testing;

/// <summary>Says that a test would fail if one of these invariants of docs/invariants.md did not hold; also a trait to run them by.</summary>
/// <param name="numbers">1 to 30.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InvariantAttribute(params int[] numbers) : Attribute, ITraitAttribute
{
    /// <summary>1 to 30.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. numbers.Select(number => KeyValuePair.Create("Invariant", $"I{number}"))];
}
