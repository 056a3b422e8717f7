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

    /// <summary>No control characters and no halves of characters: PostgreSQL refuses both with an error of its own.</summary>
    public static bool IsPlain(string text)
    {
        if (text.Any(char.IsControl)) return false;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) at++;
            else if (char.IsSurrogate(text[at])) return false;
        }
        return true;
    }
}
