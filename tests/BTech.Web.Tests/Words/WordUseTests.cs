using System.Text.RegularExpressions;
using BTech.Languages;

namespace BTech.Web.Tests.Words;

/// <summary>Every word that is asked for exists, every word that exists is asked for, and sentences stand in the word files as a whole.</summary>
public sealed partial class WordUseTests
{
    [Fact]
    public void Source_AsksOnlyForKeysThatExist()
    {
        var files = WordFile.All.ToDictionary(file => file.Name, file => file.Asked());
        Assert.True(WordUse.Requests.Count > 1000, $"Only {WordUse.Requests.Count} uses were found.");
        var missing = WordUse.Requests.Where(request => !files[request.File].Any(request.Fits));
        Assert.Empty(missing.Select(request => $"{request.Source} asks {request.File} for {request.Pattern}"));
    }

    [Fact]
    public void Words_AreAllAskedFor()
    {
        var asked = WordUse.Requests.Distinct().ToLookup(request => request.File, request => request.Pattern);
        var unused = WordFile.All.SelectMany(file =>
        {
            var patterns = asked[file.Name].Concat(WordUse.KeysInCode).Distinct().Select(pattern => new Regex(pattern)).ToList();
            return file.Asked().Where(key => !patterns.Exists(pattern => pattern.IsMatch(key))).Select(key => $"{file.Name} {key}");
        });
        Assert.Empty(unused);
    }

    [Fact]
    public void Pages_PutDatesNamesAndPunctuationIntoTheSentence()
    {
        var pages = WordUse.Sources.Where(source => source.Path.EndsWith(".cshtml", StringComparison.Ordinal));
        var typed = pages.SelectMany(page => Typed().Matches(page.Text).Select(match => $"{page.Path}: {match.Value}"));
        Assert.Empty(typed);
    }

    [Fact]
    public void Sentences_HaveAPlaceForTheirContent()
    {
        var sentences = WordUse.Sources.SelectMany(page => Sentence().Matches(page.Text).Select(match => (page.Path, Key: match.Groups["key"].Value, Given: match.Groups["given"].Value))).ToList();
        Assert.NotEmpty(sentences);
        var english = WordFile.All.SelectMany(file => file.In(Language.English)).ToLookup(text => text.Key, text => text.Value);
        var without = sentences.Where(sentence => !sentence.Given.Contains("SentenceTagHelper.Place", StringComparison.Ordinal) && !english[sentence.Key].Any(text => text.Contains("{0}", StringComparison.Ordinal)));
        Assert.Empty(without.Select(sentence => $"{sentence.Path}: {sentence.Key}"));
    }

    // A word, then a date; or a date, a name or a word, then punctuation that the page itself adds.
    [GeneratedRegex("""\][ \t]*<local-time|(?:<local-time[^>]*/>|<staff-text[^>]*/>|\]|</bdi>)(?:</strong>)?[.:,](?=[\s<])|visually-hidden">[:,(]""")]
    private static partial Regex Typed();

    [GeneratedRegex("""<sentence text="@\w+\["(?<key>[^"]+)"(?<given>[^\]]*)\]">""")]
    private static partial Regex Sentence();
}
