using System.Globalization;
using System.Resources;
using BTech.Languages;
using BTech.Record.Disclosure;

namespace BTech.Record.Words;

/// <summary>
/// The words that the Record side writes into reports: the wording scale and the parts of a report that follow from facts.
/// Looked up in the report's language, whatever the reader's is.
/// </summary>
public static class Phrases
{
    private static readonly ResourceManager Texts = new("BTech.Record.Words.Phrases", typeof(Phrases).Assembly);

    /// <summary>The text with this key, its places filled in.</summary>
    public static string In(Language language, string key, params IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(values);
        var culture = CultureInfo.GetCultureInfo(language.Code);
        var text = Texts.GetString(key, culture) ?? throw new ArgumentException($"No phrase has the key '{key}'.", nameof(key));
        return values is [] ? text : string.Format(culture, text, [.. values]);
    }

    /// <summary>
    /// The ways in which a rung may be worded at the beginning of a key point, the usual one first.
    /// A group's word takes the group's own word ("company") as its value.
    /// </summary>
    public static IReadOnlyList<string> Openings(Language language, Rung rung, string? groupWord = null)
    {
        ArgumentNullException.ThrowIfNull(rung);
        var key = rung.GroupLabel is null ? "Rung." + rung.Key : "Rung.group";
        return [.. In(language, key).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(wording => rung.GroupLabel is null ? wording : string.Format(CultureInfo.InvariantCulture, wording, groupWord ?? rung.GroupLabel))];
    }

    /// <summary>The usual wording of a rung with the blank that separates it from what follows; Chinese writes none.</summary>
    public static string Beginning(Language language, Rung rung, string? groupWord = null) =>
        Openings(language, rung, groupWord)[0] + (language == Language.Chinese ? string.Empty : " ");
}
