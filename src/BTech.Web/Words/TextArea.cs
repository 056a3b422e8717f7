using System.Collections;
using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;
using BTech.Languages;

namespace BTech.Web.Words;

/// <summary>One file of texts in its six languages.</summary>
public sealed class TextArea
{
    private const string Ending = ".resources";

    private readonly ResourceManager _texts;

    private TextArea(string name, ResourceManager texts) => (Name, _texts) = (name, texts);

    /// <summary>What it is called, as in its file's name: <c>Participate</c>.</summary>
    public string Name { get; }

    /// <summary>Every file of texts that the pages, mails and reports are made of, by name.</summary>
    public static IReadOnlyList<TextArea> All { get; } =
    [
        .. new[] { typeof(Shared), typeof(Record.Words.Phrases) }.SelectMany(one => one.Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(one.Namespace + ".", StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
                .Select(name => name[..^Ending.Length])
                .Select(name => new TextArea(name[(one.Namespace!.Length + 1)..], new ResourceManager(name, one.Assembly))))
            .OrderBy(area => area.Name, StringComparer.Ordinal),
    ];

    /// <summary>How many texts there are in a language.</summary>
    public int Count(Language language) => Texts(language).Count;

    /// <summary>The texts of a language in twelve hexadecimal digits: another as soon as one of them is changed, added or removed.</summary>
    public string Fingerprint(Language language)
    {
        var all = new StringBuilder();
        foreach (var (key, text) in Texts(language)) all.Append(key).Append('\0').Append(text).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..12];
    }

    private SortedDictionary<string, string> Texts(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var culture = language == Language.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Code);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in _texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!) texts[(string)entry.Key] = (string)entry.Value!;
        return texts;
    }
}
