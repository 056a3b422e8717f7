using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>
/// What a lifting is bound to: the kind of finding, and the SHA-256 of all that a second person agrees to. That is the sentence as it stands, the words of it
/// that were found, what they claim and for which group, and the section; in a key point the sentence before its list, the phrase that was chosen, the
/// passages it rests on and the phrases that hold for them too. Change or count one of them anew, and nobody has agreed to it. The numbers stand in it as
/// the phrases that they allow and in no other way: whoever tries all numbers would find exact ones in the hash long after the round is frozen, while
/// the phrases are kept anyway. No id of the version is in it, so that the next version can ask for the same.
/// </summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Hash">The hash in hexadecimal digits, small letters.</param>
public sealed record LiftKey(FindingKind Kind, string Hash)
{
    private const char Between = '-';

    /// <summary>Reads the form that addresses and forms have; nothing where it is none.</summary>
    public static LiftKey? Read(string? text)
    {
        var at = text?.IndexOf(Between, StringComparison.Ordinal) ?? -1;
        if (at <= 0 || !int.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var kind) || !Enum.IsDefined((FindingKind)kind)) return null;
        var hash = text![(at + 1)..];
        return hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigitLower) ? new LiftKey((FindingKind)kind, hash) : null;
    }

    /// <summary>The form for addresses and forms: <c>25-0f…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}{Between}{Hash}");

    /// <summary>The key over these parts in this order; parts that are not there are told from empty ones.</summary>
    internal static LiftKey Of(FindingKind kind, params IEnumerable<string?> parts) =>
        new(kind, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts.Prepend("btc/lifting/v2").ToArray(), JsonSerializerOptions.Default))));

    /// <summary>The hash as it is stored.</summary>
    internal byte[] Bytes() => Convert.FromHexString(Hash);
}
