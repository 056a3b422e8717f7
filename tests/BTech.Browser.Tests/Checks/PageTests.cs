using BTech.Languages;
using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>Every page type in every state, in English and Arabic, light and dark, wide and narrow.</summary>
public abstract class PageTests(House house) : IAsyncDisposable
{
    private readonly Dictionary<Who, IBrowserContext> _people = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people.Values) await person.CloseAsync();
    }

    /// <summary>Looks at a page in one language and says everything that is wrong with it.</summary>
    private protected async Task LookAsync(Sight sight, Language language)
    {
        var page = await OpenAsync(sight.Who);
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            // A refusal is no fault of the page; the browser reports it as one.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                problems.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => problems.Add($"script: {error}");

        await page.GotoAsync((language == Language.English ? "" : $"/{language.Code}") + sight.Address);
        if (sight.Act is not null) await sight.Act(page);
        problems.AddRange(await Soundness.OfAsync(page, language, sight.IsRefused));
        problems.AddRange(await Accessibility.ViolationsAsync(page));
        problems.AddRange(await Soundness.OfFittingAsync(page, isFull: language == Language.English));
        if (language == Language.English)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            problems.AddRange((await Accessibility.ContrastViolationsAsync(page)).Select(problem => $"dark: {problem}"));
        }
        await page.CloseAsync();
        Assert.True(problems.Count == 0, $"{sight} in {language.Code}:\n{string.Join('\n', problems)}");
    }

    private async Task<IPage> OpenAsync(Who who)
    {
        if (!_people.TryGetValue(who, out var context)) _people[who] = context = await EnterAsync(who);
        return await context.NewPageAsync();
    }

    private async Task<IBrowserContext> EnterAsync(Who who)
    {
        var page = await house.NewPersonAsync();
        switch (who)
        {
            case Who.Newcomer:
                await page.GotoAsync(house.Sample.Links[2].Address);
                await page.Locator("main form button").FollowAsync();
                break;
            case Who.Writer:
                await page.EnterAsync(await house.LinkAsync("hannah.brightwater"));
                break;
            case Who.Sender:
                await page.EnterAsync(await house.LinkAsync("gareth.pryce"));
                break;
            case Who.Administrator or Who.Moderator or Who.Clearance or Who.Offers:
                await page.SignInAsync(who.ToString().ToLowerInvariant());
                break;
        }
        await page.CloseAsync();
        return page.Context;
    }

    private protected static TheoryData<string, string> Of(IReadOnlyList<Sight> sights, params Language[] languages) =>
        [.. sights.SelectMany(sight => languages.Select(language => new TheoryDataRow<string, string>(sight.ToString(), language.Code)))];

    private protected static Sight Find(string name) => Sights.All.Single(sight => sight.ToString() == name);
}

/// <summary>What anyone sees, and what a participant sees: also scanned in the other four languages.</summary>
public sealed class PublicPageTests(House house) : PageTests(house)
{
    public static TheoryData<string, string> Everything => Of([.. Sights.Public, .. Sights.Participation], Language.English, Language.Arabic);

    public static TheoryData<string, string> InOtherLanguages => Of(Sights.Main, [.. Language.All.Where(language => language != Language.English && language != Language.Arabic)]);

    [Theory]
    [MemberData(nameof(Everything))]
    [MemberData(nameof(InOtherLanguages))]
    public Task Page_InEveryState_IsSound(string sight, string language) => LookAsync(Find(sight), Language.Find(language)!);
}

/// <summary>What staff see.</summary>
public sealed class StaffPageTests(House house) : PageTests(house)
{
    public static TheoryData<string, string> Everything => Of([.. Sights.Administration, .. Sights.Moderation], Language.English, Language.Arabic);

    [Theory]
    [MemberData(nameof(Everything))]
    public Task Page_InEveryState_IsSound(string sight, string language) => LookAsync(Find(sight), Language.Find(language)!);
}
