using System.Text.RegularExpressions;

namespace BTech.Languages.Coach;

/// <summary>Mail addresses, telephone numbers and links, alike in every language.</summary>
internal static partial class Addresses
{
    // How far before a link a first person makes it the writer's own.
    private const int Reach = 100;

    /// <summary>What stands in a text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="domains">Domains of the writer's own organisation.</param>
    /// <param name="speaksOfOneself">Whether a stretch of the text speaks in the first person.</param>
    public static IEnumerable<Found> In(FoldedText text, IReadOnlyCollection<string> domains, Func<string, bool> speaksOfOneself)
    {
        foreach (Match mail in Mail().Matches(text.Text)) yield return Place(text, mail, Tell.MailAddress);
        foreach (Match phone in Phone().Matches(text.Text))
            if (phone.ValueSpan.ToString().Count(char.IsDigit) is >= 7 and <= 15) yield return Place(text, phone, Tell.PhoneNumber);
        foreach (Match link in Link().Matches(text.Text))
        {
            var host = link.Groups["host"].Value;
            var isOwn = domains.Any(domain => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal));
            if (isOwn) yield return Place(text, link, Tell.OwnOrganisation);
            else if (speaksOfOneself(SameSentence(text.Text, link.Index))) yield return Place(text, link, Tell.OwnWork);
        }
    }

    /// <summary>The domain of a mail address, unless everybody can have an address there.</summary>
    public static string? OwnDomain(string? address)
    {
        var domain = address?[(address.LastIndexOf('@') + 1)..].Trim();
        return string.IsNullOrEmpty(domain) || PublicMail().IsMatch(domain) ? null : Folding.Fold(domain);
    }

    private static string SameSentence(string text, int until)
    {
        var before = text[Math.Max(0, until - Reach)..until];
        var ended = Math.Max(before.LastIndexOfAny(['\n', '!', '?', '。']), before.LastIndexOf(". ", StringComparison.Ordinal));
        return before[(ended + 1)..];
    }

    // Without the full stop that ends the sentence and not the address.
    private static Found Place(FoldedText text, Match match, Tell tell) =>
        new(text.StartOf(match.Index), text.EndOf(match.Index + match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ' ').Length - 1), tell);

    // Also as people write it to be clever: "name (at) host.org".
    [GeneratedRegex(@"[a-zа-я\d._%+-]{1,64}(?:@| ?[\(\[] ?(?:at|arroba|arobase) ?[\)\]] ?)[a-zа-я\d-]{1,63}(?:\.[a-zа-я\d-]{1,63}){1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    // An international prefix, brackets round the area, three groups as on a card, or a word for telephone before plain digits.
    [GeneratedRegex(@"(?<![a-z\d/.-])(?:(?:\+|00)\d{1,3}[ .()/-]{0,2}(?:\d{1,4}[ .()/-]{0,2}){2,6}\d|\(\d{2,5}\) ?\d{2,4}[ .-]\d{2,5}|\d{3}[-.]\d{3}[-.]\d{4}|(?:phone|tel|telephone|mobile|call|whatsapp|telefono|movil|тел|телефон|هاتف|الهاتف|جوال|电话|手机|致电)[.: ]{0,3}(?:(?:is|us|me|at|on|au|al)[: ]){0,2}\+?\d[\d ().-]{5,16}\d)(?![a-z\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![a-zа-я\d@.])(?:https?://)?(?<host>(?:[a-zа-я\d-]{1,63}\.){1,5}[a-zа-я]{2,24})(?:[:/][^\s<>""，。；）)]*)?(?![a-zа-я\d@])", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|inbox|list|bk|yandex|ya|rambler|qq|163|126|sina|sohu|foxmail|aliyun|proton|protonmail|pm|tutanota|tuta|zoho|orange|wanadoo|free|laposte|sfr|maktoob|libero|terra)\.[a-z.]{2,6}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PublicMail();
}
