namespace BTech.Benchmarks.Peers;

/// <summary>Text that brings the bare page to the bytes of the product's page.</summary>
public sealed class BarePadding(int bytes)
{
    public string Text { get; } = new('x', Math.Max(0, bytes));
}
