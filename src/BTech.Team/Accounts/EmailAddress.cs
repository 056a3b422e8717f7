using BTech.Languages;

namespace BTech.Team.Accounts;

/// <summary>Mail addresses as accounts are found by.</summary>
internal static class EmailAddress
{
    /// <summary>The longest address that mail can have.</summary>
    public const int Longest = 254;

    /// <summary>The form in which addresses are compared; what cannot be an address becomes one that nobody has.</summary>
    public static string Normalise(string? email)
    {
        var trimmed = email?.Trim() ?? "";
        return trimmed.Length <= Longest && IsPlain(trimmed) ? trimmed.Normalize().ToUpperInvariant() : "";
    }

    /// <summary>No control characters and whole characters only: PostgreSQL refuses others with an error of its own.</summary>
    public static bool IsPlain(string text) => !text.Any(char.IsControl) && UnicodeForm.IsWhole(text);
}
