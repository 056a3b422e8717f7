using System.Reflection;

namespace BTech.Languages.Coach;

/// <summary>
/// Names that the whole world knows: countries, and organisations with their brands and domains. It ships with the product and is the
/// same for everybody. A list of invited people must never feed it, or the coach would tell who is on that list.
/// </summary>
public sealed class Gazetteer
{
    private readonly List<KnownOrganisation> _organisations;

    private readonly Lazy<IReadOnlyList<Cues>> _cues;
    private readonly Lazy<HashSet<string>> _countryWords;

    private Gazetteer(IReadOnlyList<CountryName> countries, List<KnownOrganisation> organisations)
    {
        (Countries, _organisations) = (countries, organisations);
        _countryWords = new(() => countries.Select(country => Folding.Fold(country.Name)).ToHashSet(StringComparer.Ordinal));
        _cues = new(() => [.. Language.All.Select(language => new Cues(language, this))]);
    }

    /// <summary>The one in the product: <c>Gazetteer/countries.txt</c> and <c>Gazetteer/organisations.txt</c>.</summary>
    public static Gazetteer Shipped { get; } = new(
        [.. Lines("Gazetteer.countries.txt").Select(line => line.Split(' ', 3)).Select(parts => new CountryName(parts[0], parts[1] == "nationality", parts[2]))],
        [.. Lines("Gazetteer.organisations.txt").Select(KnownOrganisation.Read)]);

    /// <summary>Countries and what comes from them, in one language, as they are written.</summary>
    public IEnumerable<string> CountryNames(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Countries.Where(country => country.Language == language.Code).Select(country => country.Name);
    }

    internal IReadOnlyList<CountryName> Countries { get; }

    /// <summary>The cues of the six languages with these names; made once.</summary>
    internal IReadOnlyList<Cues> Cues => _cues.Value;

    internal IReadOnlyList<KnownOrganisation> Organisations => _organisations;

    /// <summary>One with further organisations, each by its name alone.</summary>
    public Gazetteer With(IEnumerable<string> organisations) => new(Countries, [.. _organisations, .. organisations.Select(KnownOrganisation.Read)]);

    /// <summary>Whether a folded word is a country or what comes from one, in any of the languages.</summary>
    internal bool IsCountry(string word) => _countryWords.Value.Contains(word);

    /// <summary>The organisation that is known by this name, brand or domain.</summary>
    internal KnownOrganisation? Find(string name)
    {
        var folded = Folding.Fold(name);
        return _organisations.Find(organisation => organisation.Folded.Contains(folded));
    }

    /// <summary>The lines of one of the coach's own files, without comments.</summary>
    internal static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BTech.Languages.Coach.{file}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}

/// <summary>One name in one language.</summary>
internal sealed record CountryName(string Language, bool IsNationality, string Name);

/// <summary>An organisation under all names that the gazetteer has for it.</summary>
internal sealed record KnownOrganisation(IReadOnlyList<string> Names, IReadOnlyList<string> Domains, IReadOnlySet<string> Folded)
{
    public static KnownOrganisation Read(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A domain has a dot and neither a blank nor a capital: "Booking.com" is a brand, "booking.com" its domain.
        var (domains, names) = (new List<string>(), new List<string>());
        foreach (var part in parts)
            (part.Contains('.', StringComparison.Ordinal) && !part.Any(letter => char.IsWhiteSpace(letter) || char.IsUpper(letter)) ? domains : names).Add(part);
        return new KnownOrganisation(names, domains, parts.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal));
    }
}
