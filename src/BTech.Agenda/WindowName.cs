using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BTech.Agenda;

/// <summary>How a comment window is written everywhere outside the database: <c>slug/number</c>, for example <c>b-tech/3</c>.</summary>
/// <param name="Slug">The consultation's slug.</param>
/// <param name="Number">The round's number, from 1.</param>
public sealed record WindowName(string Slug, int Number)
{
    /// <summary>Reads <c>slug/number</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WindowName? name)
    {
        name = null;
        var parts = text?.Split('/') ?? [];
        if (parts.Length != 2 || parts[0].Length == 0) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return false;
        name = new WindowName(parts[0], number);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Slug}/{Number}");
}
