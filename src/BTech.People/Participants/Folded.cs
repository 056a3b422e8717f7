using System.Globalization;
using System.Text;
using BTech.Languages;

namespace BTech.People.Participants;

/// <summary>
/// The form in which names and addresses are compared: one Unicode form, one case, single spaces. What people wrote is kept as written;
/// this only finds out that "ＪＯＳÉ@Example.org" and "josé@example.org" are one address.
/// </summary>
internal static class Folded
{
    private static readonly IdnMapping _domains = new();

    public static string Name(string text) =>
        string.Join(' ', UnicodeForm.Of(text, NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);

    public static string Address(string address)
    {
        var folded = Name(address);
        var at = folded.LastIndexOf('@');
        if (at < 0) return folded;
        try
        {
            return string.Concat(folded.AsSpan(0, at + 1), _domains.GetAscii(folded, at + 1).ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return folded; // Not a domain; the address check refuses it with a better reason.
        }
    }
}
