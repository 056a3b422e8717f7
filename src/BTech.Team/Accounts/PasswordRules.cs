using System.Collections.Frozen;
using System.Globalization;

namespace BTech.Team.Accounts;

/// <summary>At least 12 characters of any kind, and none of those that everybody tries first. Length protects; recipes of characters do not.</summary>
public static class PasswordRules
{
    /// <summary>The shortest password, in characters as a person counts them.</summary>
    public const int Shortest = 12;

    /// <summary>The longest, so that nobody can make the server hash a book.</summary>
    public const int Longest = 200;

    // What remains of a common password once digits and signs are taken off its ends and middle.
    private static readonly FrozenSet<string> CommonWords = FrozenSet.Create(StringComparer.Ordinal,
        "", "password", "passwordpassword", "passw", "pass", "passphrase", "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "qwertyqwerty",
        "asdfghjkl", "zxcvbnm", "qazwsxedc", "qazwsxedcrfv", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "letmein",
        "letmeinplease", "welcome", "welcomewelcome", "administrator", "admin", "adminadmin", "moderator", "clearance", "consultation",
        "consultations", "btech", "btechconsultation", "chathamhouse", "chathamhouserule", "unitednations", "humanrights", "ohchr",
        "iloveyou", "iloveyouforever", "changeme", "changemeplease", "secret", "topsecret", "default", "temporary", "test", "testtest",
        "testtesttest", "monkey", "dragon", "football", "baseball", "princess", "sunshine", "superman", "trustno", "starwars", "computer",
        "internet", "geneva", "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "correcthorsebatterystaple", "thisismypassword", "mypassword");

    /// <summary>Whether the password may be used for this address, and if not, why.</summary>
    public static PasswordProblem Check(string? password, string? email)
    {
        password ??= "";
        var length = new StringInfo(password).LengthInTextElements;
        if (length < Shortest) return PasswordProblem.TooShort;
        if (password.Length > Longest) return PasswordProblem.TooLong;
        var name = email?.Split('@')[0];
        if (!string.IsNullOrEmpty(email) && password.Contains(email, StringComparison.OrdinalIgnoreCase)) return PasswordProblem.OwnAddress;
        if (name is { Length: >= 5 } && Letters(password) == Letters(name)) return PasswordProblem.OwnAddress;
        if (password.ToUpperInvariant().Distinct().Count() < 5 || CommonWords.Contains(Letters(password))) return PasswordProblem.TooCommon;
        return PasswordProblem.None;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
