using System.Globalization;
using System.Text;
using BTech.Languages;
using BTech.People.Participants;

namespace BTech.People.Invitations;

/// <summary>Looks for names in a file that may stand for an organisation written otherwise elsewhere. It only asks; a person decides.</summary>
internal sealed class OrganisationTwins
{
    private const int ShortestForSpelling = 6;
    private const int MostLettersThatDiffer = 2;

    private static readonly HashSet<string> _legalForms = new(StringComparer.Ordinal)
    {
        "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "ev", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "kg", "limited",
        "llc", "llp", "ltd", "ltda", "nv", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas", "se", "sl", "spa", "srl",
    };

    // Left out of initials, and at the beginning of a name.
    private static readonly HashSet<string> _smallWords = new(StringComparer.Ordinal)
    {
        "a", "and", "d", "da", "de", "del", "der", "des", "di", "die", "do", "du", "e", "el", "et", "for", "für", "in", "l", "la", "las", "le", "les", "los", "of",
        "on", "para", "por", "pour", "the", "to", "und", "van", "von", "y",
    };

    // Where anybody can have an address, or where documentation puts examples (RFC 2606).
    private static readonly HashSet<string> _everybodysDomains = new(StringComparer.Ordinal)
    {
        "126.com", "163.com", "aol.com", "example.com", "example.net", "example.org", "free.fr", "gmail.com", "gmx.ch", "gmx.de", "gmx.net", "googlemail.com",
        "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "live.com", "mail.com", "mail.ru", "me.com", "msn.com", "orange.fr", "outlook.com", "proton.me",
        "protonmail.com", "qq.com", "web.de", "wanadoo.fr", "yahoo.co.uk", "yahoo.com", "yahoo.fr", "yandex.com", "yandex.ru",
    };

    private readonly List<Shape> _known = [];

    /// <summary>At most one question for each new name: about the name that is most like it, and of two equally alike the earlier.</summary>
    /// <param name="known">Organisations and the names they go by.</param>
    /// <param name="written">The new names of a file, in its order.</param>
    public static IReadOnlyList<LikelyTwin> Find(IEnumerable<NamedOrganisation> known, IEnumerable<NamedOrganisation> written)
    {
        var twins = new OrganisationTwins();
        twins._known.AddRange(known.Select(Shape.Of));
        var found = new List<LikelyTwin>();
        foreach (var one in written.Select(Shape.Of))
        {
            if (twins._known.Select(other => (Other: other, Sign: Sign(one, other))).Where(pair => pair.Sign is not null).OrderBy(pair => pair.Sign).FirstOrDefault() is { Sign: { } sign, Other: { } twin })
                found.Add(new LikelyTwin(one.Organisation.Row, one.Organisation.Name, twin.Organisation.Name, sign));
            twins._known.Add(one);
        }
        return found;
    }

    /// <summary>The domain of an address, where it says something about the organisation.</summary>
    public static string? DomainOf(string foldedAddress)
    {
        var domain = foldedAddress[(foldedAddress.LastIndexOf('@') + 1)..];
        return _everybodysDomains.Contains(domain) ? null : domain;
    }

    private static TwinSign? Sign(Shape one, Shape other) =>
        one.Core == other.Core ? TwinSign.Form
        : one.ShortNames.Overlaps(other.ShortNames) || one.IsInitialsOf(other) || other.IsInitialsOf(one) ? TwinSign.Initials
        : AreSpeltAlike(one.Core, other.Core) ? TwinSign.Spelling
        : one.Organisation.Domains.Overlaps(other.Organisation.Domains) ? TwinSign.Domain
        : null;

    // Levenshtein's distance, given up as soon as it is too large.
    private static bool AreSpeltAlike(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostLettersThatDiffer || Math.Min(one.Length, other.Length) < ShortestForSpelling || one[0] != other[0]) return false;
        // A Chinese character is a word rather than a letter.
        if (one.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter && letter >= '\u2E80')) return false;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                least = Math.Min(least, cost);
            }
            if (least > MostLettersThatDiffer) return false;
        }
        // Short names of one or two letters' difference are mostly two names.
        return row[other.Length] <= (Math.Min(one.Length, other.Length) < 2 * ShortestForSpelling ? 1 : MostLettersThatDiffer);
    }

    /// <summary>A name taken apart.</summary>
    private sealed record Shape(NamedOrganisation Organisation, string Core, IReadOnlySet<string> ShortNames, string Initials)
    {
        public static Shape Of(NamedOrganisation organisation)
        {
            var folded = WithoutAccents(Folded.Name(organisation.Name));
            var bracketed = folded.Split('(', ')').Where((_, part) => part % 2 == 1).Select(Letters).Where(text => text.Length > 1);
            var outside = string.Concat(folded.Split('(', ')').Where((_, part) => part % 2 == 0)).Replace(".", "", StringComparison.Ordinal);
            var words = string.Concat(outside.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (words.Count > 1 && words[0] is "the" or "la" or "le" or "les" or "el" or "die") words.RemoveAt(0);
            while (words.Count > 1 && _legalForms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
            var core = string.Concat(words);
            var initials = string.Concat(words.Where(word => !_smallWords.Contains(word)).Select(word => word[0]));
            return new Shape(organisation, core.Length > 0 ? core : folded, bracketed.Append(core).ToHashSet(StringComparer.Ordinal), initials.Length > 2 ? initials : "");
        }

        public bool IsInitialsOf(Shape other) => other.Initials.Length > 0 && ShortNames.Contains(other.Initials);

        private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

        private static string WithoutAccents(string text) => string.Concat(
            UnicodeForm.Of(text, NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC);
    }
}
