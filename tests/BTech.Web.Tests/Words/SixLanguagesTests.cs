using System.Globalization;
using System.Text.RegularExpressions;
using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Words;

namespace BTech.Web.Tests.Words;

/// <summary>The six languages of every word file, held side by side.</summary>
public sealed partial class SixLanguagesTests
{
    // Words that French or Spanish share with English.
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        "B", "Tech", "Consultation", "Code", "Administration", "minute", "minutes", "invitation", "invitations", "organisation", "organisations", "Date", "Version",
        "Nuance", "passage", "passages", "Sections", "Notes", "Cookie", "Cookies", "Introduction", "Participation", "Page", "Personal", "Error", "No", "d", "MMMM", "yyyy",
    };

    public static TheoryData<string, string> Translations =>
        [.. from file in WordFile.All from language in Language.All where language != Language.English select (file.Name, language.Code)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasTheSameKeys_InItsOwnPluralForms(string file, string code)
    {
        var (english, translated, language) = Both(file, code);
        var plurals = WordFile.PluralsOf(english);
        var expected = english.Keys.Where(key => !plurals.Any(plural => key == plural + ".one" || key == plural + ".other"))
            .Concat(plurals.SelectMany(plural => PluralRules.FormsOf(language).Select(form => $"{plural}.{Suffix(form)}")));
        Assert.Equal(expected.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasTheSamePlaces(string file, string code)
    {
        var (english, translated, language) = Both(file, code);
        var plurals = WordFile.PluralsOf(english);
        var wrong = translated.Where(text =>
        {
            var plural = plurals.FirstOrDefault(plural => text.Key.StartsWith(plural + ".", StringComparison.Ordinal));
            var places = WordFile.Places(english[plural is null ? text.Key : plural + ".other"]);
            // "A day left", "two days left": where a form stands for one number only, the word may say it.
            var maySayIt = plural is not null && StandsForOneNumber(language, text.Key[(plural.Length + 1)..]);
            return !WordFile.Places(text.Value).SequenceEqual(places) && !(maySayIt && WordFile.Places(text.Value).SequenceEqual(places.Where(place => place != "{0}")));
        });
        Assert.Empty(wrong.Select(text => $"{text.Key}: {text.Value}"));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_HasTheSameMarks(string file, string code)
    {
        var (english, translated, _) = Both(file, code);
        var wrong = translated.Where(text => english.TryGetValue(text.Key, out var original) && Marks(text.Value) != Marks(original));
        Assert.Empty(wrong.Select(text => $"{text.Key}: {text.Value}"));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_IsNeitherEmptyNorEnglish(string file, string code)
    {
        var (english, translated, language) = Both(file, code);
        var wrong = translated.Where(text => string.IsNullOrWhiteSpace(text.Value)
            || (english.TryGetValue(text.Key, out var original) && text.Value == original && Word().Matches(Bare(text.Value)).Any(word => !Shared.Contains(word.Value)))
            || (HasItsOwnScript(language) && Word().IsMatch(Bare(text.Value)) && !OwnLetter(language).IsMatch(text.Value)
                && Word().Matches(Bare(text.Value)).Any(word => !Shared.Contains(word.Value))));
        Assert.Empty(wrong.Select(text => $"{text.Key}: {text.Value}"));
    }

    [Fact]
    public void WordingScale_IsExplainedInTheWordsThatReportsUse()
    {
        foreach (var language in Language.All)
            foreach (var rung in AttributionLadder.All)
            {
                var phrases = Phrases.Openings(language, rung).Select(phrase => phrase.TrimEnd(':', '：', ' ', '\u00a0'));
                var explained = Bold().Matches(Phrases.In(language, "Scale." + rung.Key)).Select(match => match.Groups[1].Value);
                Assert.Equal(phrases, explained, StringComparer.Create(CultureInfo.GetCultureInfo(language.Code), ignoreCase: true));
            }
    }

    private static (IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Translated, Language Language) Both(string file, string code)
    {
        var language = Language.Find(code)!;
        return (WordFile.Named(file).In(Language.English), WordFile.Named(file).In(language), language);
    }

    private static string Suffix(PluralForm form) => form.ToString().ToLowerInvariant();

    private static bool StandsForOneNumber(Language language, string form) =>
        Enumerable.Range(0, 200).Count(number => Suffix(PluralRules.FormOf(language, number)) == form) == 1;

    private static string Marks(string text) => string.Join(' ', Mark().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static string Bare(string text) => Place().Replace(text, " ");

    private static bool HasItsOwnScript(Language language) => language.Code is "ar" or "zh" or "ru";

    private static Regex OwnLetter(Language language) => language.Code switch { "ar" => ArabicLetter(), "zh" => ChineseCharacter(), _ => RussianLetter() };

    [GeneratedRegex(@"</?[a-z]+[^>]*>|\*\*|\|")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex ChineseCharacter();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex RussianLetter();
}
