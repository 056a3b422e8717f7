using System.Globalization;

namespace BTech.Documents.Exports;

/// <summary>Numbers as programs read them: no separators, the same in every language.</summary>
internal static class Digits
{
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
