namespace BTech.Record.Verification;

/// <summary>One check as it came out here.</summary>
/// <param name="Name">Its name, the same in every language.</param>
/// <param name="Invariants">The numbers, in docs/anonymity.md, of what it checks.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Found">What speaks against it, in technical names; never a value of a row. Empty when green.</param>
public sealed record Verified(string Name, IReadOnlyList<int> Invariants, Verdict Verdict, IReadOnlyList<string> Found)
{
    /// <summary>A check that is red as soon as anything speaks against it.</summary>
    public static Verified RedIf(string name, IReadOnlyList<int> invariants, IReadOnlyList<string> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(name, invariants, found.Count > 0 ? Verdict.Red : Verdict.Green, found);
    }

    /// <summary>A check that is weak as soon as anything speaks against it.</summary>
    public static Verified WeakIf(string name, IReadOnlyList<int> invariants, IReadOnlyList<string> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(name, invariants, found.Count > 0 ? Verdict.Weak : Verdict.Green, found);
    }
}
