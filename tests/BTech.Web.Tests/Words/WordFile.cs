using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BTech.Languages;
using BTech.Record.Words;

namespace BTech.Web.Tests.Words;

/// <summary>One of the resource files, in its six languages, as they were built into the product.</summary>
internal sealed partial class WordFile
{
    private readonly ResourceManager _resources;

    private WordFile(string name, ResourceManager resources) => (Name, _resources) = (name, resources);

    public string Name { get; }

    public static IReadOnlyList<WordFile> All { get; } =
    [
        .. new[] { typeof(Web.Words.Account), typeof(Web.Words.Admin), typeof(Web.Words.FollowUp), typeof(Web.Words.Joining), typeof(Web.Words.Mail), typeof(Web.Words.Mails), typeof(Web.Words.Moderate), typeof(Web.Words.Papers), typeof(Web.Words.Participate), typeof(Web.Words.Reports), typeof(Web.Words.Retention), typeof(Web.Words.Shared), typeof(Web.Words.Verify) }
            .Select(words => new WordFile(words.Name, new ResourceManager(words))),
        new("Phrases", new ResourceManager("BTech.Record.Words.Phrases", typeof(Phrases).Assembly)),
    ];

    public static WordFile Named(string name) => All.Single(file => file.Name == name);

    /// <summary>The texts that stand in this language itself, by key.</summary>
    public IReadOnlyDictionary<string, string> In(Language language)
    {
        var culture = language == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code);
        return _resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    /// <summary>What the pages ask for: each key without its plural form.</summary>
    public IReadOnlySet<string> Asked() => In(Language.English).Keys.Select(key => PluralsOf(In(Language.English)).FirstOrDefault(plural => IsFormOf(key, plural)) ?? key).ToHashSet(StringComparer.Ordinal);

    /// <summary>The keys that exist once for each plural form.</summary>
    public static IReadOnlyList<string> PluralsOf(IReadOnlyDictionary<string, string> english) =>
        [.. english.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal)).Select(key => key[..^4]).Where(key => english.ContainsKey(key + ".other"))];

    public static IReadOnlyList<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsFormOf(string key, string plural) => key == plural + ".one" || key == plural + ".other";

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();
}
