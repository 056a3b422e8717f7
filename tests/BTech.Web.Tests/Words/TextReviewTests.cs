using System.Text.Json;
using BTech.Languages;
using BTech.Web.Words;

namespace BTech.Web.Tests.Words;

/// <summary>Which texts have been read: a review holds for the very texts that were read, and for no other language.</summary>
public sealed class TextReviewTests
{
    [Fact]
    public void Review_OfTheTextsAsTheyStand_Holds_OfOthersDoesNot()
    {
        var area = TextArea.All.Single(one => one.Name == "Participate");
        var review = new TextReview($$"""{ "fr/Participate": "{{area.Fingerprint(Language.French)}}", "ar/Participate": "000000000000" }""");

        Assert.Equal(TextStanding.Reviewed, review.Of(area, Language.French));
        Assert.Equal(TextStanding.ChangedSince, review.Of(area, Language.Arabic));
        Assert.Equal(TextStanding.Drafted, review.Of(area, Language.Spanish));
        Assert.NotEqual(area.Fingerprint(Language.French), area.Fingerprint(Language.Spanish));
    }

    /// <summary>The areas are all files of words that these tests know, so that none is left out of the page.</summary>
    [Fact]
    public void Areas_AreAllFilesOfWords() => Assert.Equal(WordFile.All.Select(file => file.Name).Order(StringComparer.Ordinal), TextArea.All.Select(area => area.Name));

    [Fact]
    public void Shipped_Reviews_AreOfTextsThatExist_AndSomethingElseIsRefused()
    {
        foreach (var area in TextArea.All) Assert.True(Enum.IsDefined(TextReview.Shipped.Of(area, Language.Russian)));
        Assert.Throws<JsonException>(() => new TextReview("[]"));
    }
}
