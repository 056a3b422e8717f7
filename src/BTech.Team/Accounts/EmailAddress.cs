using System.Net.Mail;
using BTech.Languages;

namespace BTech.Team.Accounts;

/// <summary>Mail addresses as people type them and accounts are found by.</summary>
public static class EmailAddress
{
    /// <summary>The longest address that mail can have.</summary>
    public const int Longest = 254;

    /// <summary>The form in which addresses are compared; what cannot be an address becomes one that nobody has.</summary>
    public static string Normalise(string? email)
    {
        var trimmed = email?.Trim() ?? "";
        return trimmed.Length <= Longest && IsPlain(trimmed) ? trimmed.Normalize().ToUpperInvariant() : "";
    }

    /// <summary>Whether a text is a mail address and nothing around it; nothing is said of whether anybody has it.</summary>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && IsPlain(text) && MailAddress.TryCreate(text, out var address) && address.Address == text;
    }

    /// <summary>No control characters and whole characters only: PostgreSQL refuses others with an error of its own.</summary>
    private static bool IsPlain(string text) => !text.Any(char.IsControl) && UnicodeForm.IsWhole(text);
}
