using System.Text.RegularExpressions;
using BTech.Languages;
using BTech.Languages.Coach;
using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Nothing by which somebody can be reached or looked up: mail addresses, telephone numbers, accounts, numbers of cases, links. The consultation's own
/// address may stand, where a fact says whom to ask also one of a public body, and links to where the scoping paper leads, to the host's own pages and to those of public bodies.
/// </summary>
internal sealed partial class ContactRule : ILintRule
{
    private static readonly SelfIdentification Coach = new(Gazetteer.Shipped);

    private static readonly string[] PublicDomains =
        ["un.org", "ohchr.org", "undocs.org", "undp.org", "unicef.org", "unesco.org", "unhcr.org", "unglobalcompact.org", "itu.int", "who.int", "ilo.org", "oecd.org", "coe.int", "europa.eu", "wto.org", "wipo.int", "worldbank.org", "icrc.org", "doi.org"];

    public bool AppliesToMeetings => true;

    public IEnumerable<Finding> Find(LintedReport report)
    {
        var contact = report.Consultation.Contact;
        var hosts = PublicDomains.Concat(report.Sources.PublicTexts.SelectMany(text => Link().Matches(text).Select(link => Host(link.Groups["host"].Value))))
            .Append(Host(contact[(contact.LastIndexOf('@') + 1)..])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (text, inline) in report.Texts)
        {
            var links = InlineText.Parse(inline).Select(run => run.Link).OfType<string>();
            foreach (var words in links.Append(text.Words).SelectMany(one => In(one, contact, text.IsFromLists ? null : hosts)).Distinct(StringComparer.OrdinalIgnoreCase))
                if (text.Place.Statement is not Fact || !IsPublic(words[(words.LastIndexOf('@') + 1)..], PublicDomains)) yield return text.At(FindingKind.ContactData, true, words);
        }
    }

    private static IEnumerable<string> In(string words, string contact, HashSet<string>? hosts)
    {
        foreach (var one in Coach.Find(words, OwnEntry.Nobody).Where(one => one.Tell is Tell.MailAddress or Tell.PhoneNumber))
            if (CodePoints.Slice(words, one.Start, one.End).Trim() is var found && !string.Equals(found, contact, StringComparison.OrdinalIgnoreCase)
                && !string.Equals(found, "mailto:" + contact, StringComparison.OrdinalIgnoreCase)) yield return found;
        if (hosts is not null)
            foreach (var host in Link().Matches(words).Where(link => !IsPublic(link.Groups["host"].Value, hosts))) yield return host.Value;
        foreach (Match account in Account().Matches(words)) yield return account.Value;
        foreach (Match number in CaseNumber().Matches(words)) yield return number.Value;
    }

    private static bool IsPublic(string host, IEnumerable<string> hosts) => hosts.Any(known => host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + known, StringComparison.OrdinalIgnoreCase)) || Government().IsMatch(host);

    private static string Host(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    // Endings that States keep for their own bodies.
    [GeneratedRegex(@"(?:^|\.)(?:gov|(?:gov|gouv|gob|gub|go|gc|govt|admin)\.[a-z]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Government();

    [GeneratedRegex(@"(?<![\w@.])(?:https?://)?(?<host>(?:[\p{L}\d-]{1,63}\.){1,5}(?:com|org|net|int|edu|gov|info|eu|io|ai|app|dev|co|me|tv|ch|fr|de|es|it|uk|us|ca|au|nz|za|ng|ke|gh|in|cn|hk|jp|kr|ru|рф|ua|by|kz|br|mx|ar|cl|pe|eg|tn|ma|dz|lb|jo|sa|ae|qa|se|no|dk|fi|nl|be|at|pl|pt|ie))(?![\w@-])(?:[:/][^\s<>""，。；）)]*)?|(?<![\w@.])https?://(?<host>[^\s/<>""]+)[^\s<>""，。；）)]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // "@name" on its own, not the middle of an address.
    [GeneratedRegex(@"(?<![\w.@])@[A-Za-z_]\w{2,30}(?![\w@.]*@)", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    // "Case No. 12/2019", "C-311/18", "дело № 5", "案号": a word for a case or a docket and a figure, or the form that courts use.
    [GeneratedRegex(@"(?:\b(?:case|docket|complaint|application|petition|claim|file)\s+(?:no\.?|nr\.?|number|ref\.?|#|№)\s*[\w./-]*\d[\w./-]*|\b(?:affaire|dossier|plainte|requête|caso|expediente|queja|demanda)\s+(?:n[.º°o]*|núm\.?|numéro|número)\s*[\w./-]*\d[\w./-]*|(?:дел[оау]|жалоб[аые]|заявлени[ея])\s*(?:№|номер)\s*[\w./-]*\d[\w./-]*|(?:القضية|قضية|الدعوى|الشكوى)\s*(?:رقم)\s*[\w./-]*[\d٠-٩][\w./-]*|(?:案号|案件编号|案件号|投诉编号)[：:]?\s*[\w./（）()-]*\d[\w./-]*|\b[CT]-\d{1,4}/\d{2}\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
