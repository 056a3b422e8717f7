namespace BTech.Benchmarks.Product;

/// <summary>One command of the product, run to its end.</summary>
/// <param name="Output">What it printed.</param>
/// <param name="Seconds">How long it took, start of the process included.</param>
/// <param name="PeakBytes">The most memory it held, where the system tells (Linux).</param>
public sealed record Ran(string Output, double Seconds, long? PeakBytes);
