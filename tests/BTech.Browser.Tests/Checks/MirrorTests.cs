using System.Text.RegularExpressions;

namespace BTech.Browser.Tests.Checks;

/// <summary>In Arabic a page is the other way round: breadcrumbs with their arrow, the task list, lists, the site's name.</summary>
public sealed partial class MirrorTests(Visitors visitors) : IClassFixture<Visitors>
{
    // Where the middle of the first element stands in the width of the second: below 0.5 on the left.
    private const string Place = """
        ([element, row]) => {
          const [box, all] = [document.querySelector(element), document.querySelector(row)].map(found => found.getBoundingClientRect());
          return (box.left + box.width / 2 - all.left) / all.width;
        }
        """;

    [Theory]
    [InlineData("", "←", true)]
    [InlineData("/ar", "→", false)]
    [InlineData("/ru", "←", true)]
    public async Task Page_StandsAsItsLanguageIsRead(string language, string arrow, bool isFromTheLeft)
    {
        var page = await visitors.TabAsync(Who.Writer);
        await page.GotoAsync($"{language}/participate");
        Assert.Equal(isFromTheLeft, await page.EvaluateAsync<double>(Place, new[] { ".site-name", ".site-header > .width" }) < 0.5);
        Assert.Equal(isFromTheLeft, await page.EvaluateAsync<double>(Place, new[] { ".task-list li > a", ".task-list li" }) < 0.5);
        Assert.Equal(!isFromTheLeft, await page.EvaluateAsync<double>(Place, new[] { ".task-list li > .tag", ".task-list li" }) < 0.5);
        var padding = await page.EvaluateAsync<string[]>("() => { const look = getComputedStyle(document.querySelector('main section ul')); return [look.paddingLeft, look.paddingRight]; }");
        Assert.Equal(isFromTheLeft, padding[0] != "0px");
        Assert.Equal(!isFromTheLeft, padding[1] != "0px");

        await page.GotoAsync($"{language}/participate/focus-areas/1");
        Assert.Contains(arrow, await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.crumbs a'), '::before').content"), StringComparison.Ordinal);
        Assert.Equal(isFromTheLeft, await page.EvaluateAsync<double>(Place, new[] { ".crumbs a", ".crumbs" }) < 0.5);
    }

    [Fact]
    public async Task StyleSheet_KnowsNoLeftAndRight()
    {
        var page = await visitors.TabAsync(Who.Visitor);
        await page.GotoAsync("/");
        var sheets = await page.EvaluateAsync<string[]>("() => Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map(link => fetch(link.href).then(answer => answer.text())))");
        Assert.NotEmpty(sheets);
        Assert.All(sheets, sheet => Assert.DoesNotMatch(Sides(), sheet));
        // The short form with four values knows them too; it may stand where both are the same.
        Assert.All(sheets, sheet => Assert.All(FourSides().Matches(sheet), four => Assert.Equal(four.Groups["right"].Value, four.Groups["left"].Value)));
    }

    [GeneratedRegex(@"(margin|padding|border|inset)-(left|right)|(?<![\w-])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)|border-(top|bottom)-(left|right)-radius")]
    private static partial Regex Sides();

    [GeneratedRegex(@"(?:margin|padding|inset|border-width)\s*:\s*[^\s;]+\s+(?<right>[^\s;]+)\s+[^\s;]+\s+(?<left>[^\s;]+)\s*;")]
    private static partial Regex FourSides();
}
