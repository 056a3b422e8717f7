using Xunit;

namespace BTech.Languages.Tests;

/// <summary>Months are known in whatever form a language puts their names.</summary>
public sealed class MonthNamesTests
{
    [Theory]
    [InlineData("en", 11, "between November and December 2026", true)]
    [InlineData("en", 5, "It may be published in 2026", true)]
    [InlineData("en", 5, "Maybe in 2026", false)]
    [InlineData("en", 11, "in November", false)]
    [InlineData("fr", 5, "maintenant, en 2026", false)]
    [InlineData("fr", 8, "en août 2026", true)]
    [InlineData("es", 3, "en marzo de 2026", true)]
    [InlineData("ru", 11, "с ноября 2026 года", true)]
    [InlineData("ru", 11, "в ноябре 2026 года", true)]
    [InlineData("ru", 5, "в мае 2026 года", true)]
    [InlineData("ru", 5, "в марте 2026 года", false)]
    [InlineData("zh", 11, "2026年11月", true)]
    [InlineData("zh", 1, "2026年11月", false)]
    [InlineData("zh", 1, "2026年十一月", false)]
    [InlineData("zh", 11, "2026年十一月", true)]
    [InlineData("ar", 11, "بين نوفمبر وديسمبر 2026", true)]
    [InlineData("ar", 12, "بين نوفمبر وديسمبر ٢٠٢٦", true)]
    [InlineData("ar", 11, "في تشرين الثاني 2026", true)]
    [InlineData("ar", 10, "في تشرين الثاني 2026", false)]
    public void Says_AMonthAndItsYear_AreKnown(string language, int month, string text, bool says) =>
        Assert.Equal(says, MonthNames.Says(text, 2026, month, Language.Find(language)!));
}
