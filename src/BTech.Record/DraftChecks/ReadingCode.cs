using System.Security.Cryptography;
using BTech.Languages;

namespace BTech.Record.DraftChecks;

/// <summary>The read-only code of a check: one hundred random bits, twenty characters in groups of five. The same for everybody, so it stands for nobody.</summary>
public static class ReadingCode
{
    private const int Characters = 20;

    /// <summary>A new code, as it is written.</summary>
    public static string New() => Grouped(RandomNumberGenerator.GetString(TypedCode.Alphabet, Characters));

    /// <summary>A typed code (<see cref="TypedCode"/>) as it is written; nothing where it is none.</summary>
    public static string? Read(string? typed) =>
        TypedCode.Read(typed) is { Length: Characters } code && code.All(letter => TypedCode.Alphabet.Contains(letter, StringComparison.Ordinal)) ? Grouped(code) : null;

    private static string Grouped(string code) => TypedCode.Grouped(code, 5);
}
