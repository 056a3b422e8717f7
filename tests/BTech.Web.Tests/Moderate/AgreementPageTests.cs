using System.Globalization;
using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.SecondCoding;

namespace BTech.Web.Tests.Moderate;

/// <summary>The figures of the agreement page, for second readings drawn by chance: each is what the formula makes of the sentences.</summary>
public sealed class AgreementPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly StaffId Second = new(Guid.NewGuid());

    [Fact]
    public async Task Figures_OfReadingsByChance_AreThoseOfTheFormula()
    {
        var window = await site.WindowAsync(2);
        Assert.Equal(OpenedReading.Done, await site.Host.WithAsync<SecondReadings, OpenedReading>(readings => readings.OpenAsync(window.Id, Second, SampleShare.All, default)));
        var themes = (await site.Host.WithAsync<CodeBook, IReadOnlyList<Theme>>(book => book.NamesAsync(window.ConsultationId, default))).Select(theme => theme.Id).ToList();
        var chance = new Random(20261130);
        var units = new Dictionary<Guid, List<(bool First, bool Second)>>();
        while (await site.Host.WithAsync<SecondReadings, Guid?>(readings => readings.NextAsync(Second, window.Id, null, default)) is { } input)
        {
            var text = (await site.Host.WithAsync<InputList, ReadableInput?>(list => list.FindAsync(Second, input, default)))!.Text!;
            var first = await site.Host.WithAsync<ExcerptCoding, IReadOnlyList<ReadableExcerpt>>(coding => coding.OfInputAsync(new(Guid.NewGuid()), input, default));
            var given = themes.ToDictionary(theme => theme, theme => text.Sentences.Where(sentence => !text.IsHidden(sentence.Start, sentence.End) && chance.Next(5) == 0).Select(sentence => sentence.Number).ToHashSet());
            // Some of what the first reading has, so that the figures are of every kind.
            foreach (var coding in first.Where(_ => chance.Next(3) > 0))
                given[coding.Theme.Id].UnionWith(text.Sentences.Where(sentence => coding.Start < sentence.End && coding.End > sentence.Start).Select(sentence => sentence.Number));
            foreach (var (theme, sentences) in given.Where(one => one.Value.Count > 0))
                Assert.Equal(CodingResult.Done, await site.Host.WithAsync<ExcerptCoding, CodingResult>(coding =>
                    coding.CodeSentencesAsync(input, sentences, new ThemeChoice(window.ConsultationId, theme, Stance.Nuance), Second, default)));
            Assert.True(await site.Host.WithAsync<SecondReadings, bool>(readings => readings.FinishAsync(Second, input, default)));
            foreach (var theme in themes)
            {
                if (!units.TryGetValue(theme, out var rows)) units.Add(theme, rows = []);
                rows.AddRange(text.Sentences.Where(sentence => !text.IsHidden(sentence.Start, sentence.End)).Select(sentence => (
                    first.Any(coding => coding.Theme.Id == theme && coding.Start < sentence.End && coding.End > sentence.Start), given[theme].Contains(sentence.Number))));
            }
        }
        using var team = await site.SignInAsync("moderator");
        var page = await team.GetAsync("/moderate/windows/b-tech/2/second-coder/agreement");
        var used = units.Where(theme => theme.Value.Any(unit => unit.First || unit.Second)).ToList();
        Assert.True(used.Count > 3);
        foreach (var (theme, rows) in used) AssertRow(page.Document.QuerySelector($"tr[data-theme='{theme}']")!, rows);
        AssertRow(page.Document.QuerySelector("tfoot tr")!, [.. used.SelectMany(theme => theme.Value)]);
        Assert.Equal(used.Count, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    private static void AssertRow(AngleSharp.Dom.IElement row, List<(bool First, bool Second)> units)
    {
        double values = 2 * units.Count, differing = units.Count(unit => unit.First != unit.Second), present = units.Count(unit => unit.First) + units.Count(unit => unit.Second);
        var alpha = 1 - ((values - 1) * differing / (present * (values - present)));
        var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(Math.Round(alpha, 3), double.Parse(cells[0], English), 0.0006);
        Assert.Equal(alpha >= 0.8 ? "reliable" : alpha >= 0.667 ? "tentative only" : "not reliable", cells[1]);
        Assert.Equal(((units.Count - differing) / units.Count).ToString("P0", English), cells[2].Replace('\u00a0', ' '));
        Assert.Equal(
            new[] { units.Count, units.Count(unit => unit is (true, true)), units.Count(unit => unit is (true, false)), units.Count(unit => unit is (false, true)) }.Select(number => number.ToString("N0", English)), cells[3..]);
    }
}
