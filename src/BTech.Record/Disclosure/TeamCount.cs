using System.Globalization;

namespace BTech.Record.Disclosure;

/// <summary>An exact number about a sealed window, for the project team and for nobody else. Made by <see cref="DisclosureControl"/> only.</summary>
public sealed record TeamCount
{
    internal TeamCount(int number) => Number = number;

    /// <summary>The number.</summary>
    public int Number { get; }

    /// <summary>The number as the reader's language writes it.</summary>
    public override string ToString() => Number.ToString("N0", CultureInfo.CurrentCulture);
}
