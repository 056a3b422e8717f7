using BTech.Adversary.Tests.Loot;

namespace BTech.Adversary.Tests.Attackers;

/// <summary>
/// Cookies, form tokens, names, mail addresses, ids and network addresses of participants in any log or file. The mail folder is left out
/// here, because its letters go to everybody: whether they single out writers is asked by <see cref="WhoWrote"/>.
/// </summary>
internal sealed class SessionTrace : IAttacker
{
    public IEnumerable<Attack> Try(Haul haul)
    {
        var words = new ByteFinder(haul.Secrets.Select(secret => (secret.Word, secret.Person)).Concat(haul.People.SelectMany(person => person.Names().Select(name => (name, person.Number)))));
        foreach (var file in haul.Final.Files.Where(file => !file.IsOfTheServer && !file.Name.Contains("/mail/", StringComparison.Ordinal)))
            if (words.In(file).Select(hit => hit.Subject).Distinct().Count() is > 0 and var traced)
                yield return new Breach(nameof(SessionTrace), Path.GetFileName(file.Name), traced);
    }
}
