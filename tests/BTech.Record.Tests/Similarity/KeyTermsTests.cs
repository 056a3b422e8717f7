using BTech.Record.Similarity;

namespace BTech.Record.Tests.Similarity;

/// <summary>Words that may want a theme: in several inputs, without one, and not everywhere.</summary>
public sealed class KeyTermsTests
{
    [Theory]
    [InlineData("en", "Small suppliers need templates.", "Translation of the templates would help suppliers.", "Without templates nothing moves.", "templates")]
    [InlineData("fr", "Les délais sont intenables.", "Des délais plus longs aideraient.", "Nos équipes subissent ces délais.", "délais")]
    [InlineData("ru", "Нужны переводы документов.", "Без переводы никто не прочтёт.", "Где же переводы на местные языки?", "переводы")]
    [InlineData("ar", "نحتاج إلى ترجمة واضحة.", "ترجمة الوثائق ضرورية.", "لا أحد يقرأ بدون ترجمة.", "ترجمة")]
    [InlineData("zh", "我们需要翻译文件。", "没有翻译就没人读。", "请提供翻译版本。", "翻译")]
    public void Candidates_WordOfThreeInputs_IsFoundInEveryLanguage(string language, string one, string two, string three, string word)
    {
        var candidate = KeyTerms.Candidates([.. new[] { one, two, three }.Select(text => Uncoded(text, language)), Coded("Something else that is coded.", language)])[0];
        Assert.Contains(word, candidate.Terms[0], StringComparison.Ordinal);
        Assert.Equal((3, 3), (candidate.Inputs.Number, candidate.Sentences.Count));
    }

    [Fact]
    public void Candidates_RepeatedByOneOrAlreadyCodedOrEverywhere_AreNone()
    {
        var input = Guid.NewGuid();
        Assert.Empty(KeyTerms.Candidates([.. Enumerable.Range(0, 5).Select(_ => new KeyTerms.Sentence(new QuotedPassage(input, "en", "Templates again.", false), false))]));
        Assert.Empty(KeyTerms.Candidates([.. Enumerable.Range(0, 3).Select(_ => Uncoded("remedy matters", "en")), .. Enumerable.Range(0, 9).Select(_ => Coded("remedy matters", "en"))]));
        // A word of three inputs among a hundred sentences that all have it says nothing about these three.
        Assert.DoesNotContain(KeyTerms.Candidates([.. Enumerable.Range(0, 100).Select(at => Uncoded($"people write line{at}", "en"))]), candidate => candidate.Terms.Contains("people"));
    }

    [Fact]
    public void Candidates_SentencesOnTwoMatters_StandUnderOneEach()
    {
        var found = KeyTerms.Candidates([.. Enumerable.Range(0, 4).Select(_ => Uncoded("Sign language on video", "en")), .. Enumerable.Range(0, 3).Select(_ => Uncoded("Deadlines in August", "en")), Coded("other", "en")]);
        Assert.Equal(2, found.Count);
        Assert.Equal([4, 3], found.Select(candidate => candidate.Inputs.Number));
        Assert.Empty(found[0].Sentences.Intersect(found[1].Sentences));
        Assert.Contains("video", found[0].Terms);
    }

    private static KeyTerms.Sentence Uncoded(string text, string language) => new(new QuotedPassage(Guid.NewGuid(), language, text, false), false);

    private static KeyTerms.Sentence Coded(string text, string language) => new(new QuotedPassage(Guid.NewGuid(), language, text, false), true);
}
