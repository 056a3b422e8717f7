using System.Globalization;
using System.Net;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.FollowUp;

/// <summary>
/// Withdrawing and burning by follow-up code over HTTP (invariants 18 and 19): what is asked for takes effect on its day, and until and
/// after then the pages are the same for every code.
/// </summary>
public sealed class FollowUpPageTests : IAsyncLifetime
{
    private const int Authors = 11;

    private readonly List<string> _codes = [];
    private TestHost _host = null!;
    private TestWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        for (var person = 1; person <= Authors; person++) _codes.Add(await _window.SendAsync(person, $"ZQ{person}QZ words"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(18)]
    public async Task Withdraw_AfterTheRelease_TheMarkerReachesNoExit()
    {
        await _window.SealAsync();
        using var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        const string inputs = "/moderate/windows/b-tech/1/inputs";
        var list = await team.GetAsync(inputs);
        Assert.Contains("ZQ3QZ", list.Body, StringComparison.Ordinal);
        var input = list.Document.QuerySelectorAll("main ol.cards > li").Single(card => card.TextContent.Contains("ZQ3QZ", StringComparison.Ordinal))
            .QuerySelector("a[href*='/moderate/inputs/']")!.GetAttribute("href")!;
        Assert.Contains("ZQ3QZ", (await team.GetAsync(input)).Body, StringComparison.Ordinal);

        Assert.Contains("is withdrawn on", (await AskAsync(_codes[2], "withdraw")).Text, StringComparison.Ordinal);
        await _host.RunAsync<ReleaseJob>();
        Assert.Contains("ZQ3QZ", (await team.GetAsync(inputs)).Body, StringComparison.Ordinal);
        await ReleaseAsync();

        using var again = await new Crew(_host).SignInAsync("moderator");
        Assert.Equal(Authors - 1, (await again.GetAsync(inputs)).Document.QuerySelectorAll("main ol.cards > li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync(input)).Status);
        foreach (var address in new[] { "/moderate", inputs, $"{inputs}?words=ZQ3QZ", $"{inputs}?state=SetAside", $"{inputs}?uncoded=true", $"{inputs}?area=1", "/moderate/windows/b-tech/1/themes", input })
        {
            var page = await again.GetAsync(address);
            Assert.DoesNotContain("ZQ3QZ", page.Body.Replace("value=\"ZQ3QZ\"", "", StringComparison.Ordinal).Replace("words=ZQ3QZ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.Contains("ZQ4QZ", (await again.GetAsync($"{inputs}?words=ZQ4QZ")).Body, StringComparison.Ordinal);
        var tombstones = Path.Combine(_host.KeysFolder, "withdrawn");
        Assert.Equal(input[(input.LastIndexOf('/') + 1)..].Split('?')[0], (await File.ReadAllLinesAsync(tombstones)).Single());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(tombstones));

        // A backup from before the withdrawal forgets again as soon as the job, or the start, has looked.
        await _host.Database.ExecuteAsync("DELETE FROM record.withdrawal");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(input)).Status);
        await _host.RunAsync<ReleaseJob>();
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync(input)).Status);
    }

    [Fact]
    [Invariant(19)]
    public async Task Request_HitMissUnsealedAndBurnt_AreAnsweredAlike()
    {
        var unsealed = await AskAsync(_codes[0], "withdraw");
        Assert.Equal(HttpStatusCode.OK, unsealed.Status);
        await _window.SealAsync();
        await AskAsync(_codes[1], "burn");
        var day = await ReleaseAsync();
        // The answer to the unsealed one named an earlier day; nothing was kept of it.
        Assert.Contains(ZQ(1), await TextsAsync());

        foreach (var request in new[] { "withdraw", "burn" })
        {
            var (asked, answered) = (new List<string>(), new List<VisitedPage>());
            foreach (var code in new[] { _codes[4], FollowUpCode.New().ToString()!, _codes[1], _codes[4] })
            {
                using var author = _host.NewVisitor();
                var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code)], button: $"[value={request}]");
                asked.Add(step.Document.QuerySelector("main ul")!.TextContent);
                answered.Add(await author.SubmitAsync(step, button: "[name=Sure]"));
                Assert.All(new[] { step, answered[^1] }, page => Assert.False(page.Headers.Contains("Set-Cookie")));
                Assert.All(new[] { step, answered[^1] }, page => Assert.Equal("/follow-up", page.Address.PathAndQuery));
                Assert.All(new[] { step, answered[^1] }, page => Assert.True(page.Headers.CacheControl?.NoStore));
                Assert.DoesNotContain(code, answered[^1].Body, StringComparison.Ordinal);
            }
            Assert.Single(asked.Distinct());
            Assert.All(answered, page => Assert.Equal(HttpStatusCode.OK, page.Status));
            Assert.Single(answered.Select(page => page.Document.QuerySelector("main")!.InnerHtml).Distinct());
            Assert.Single(answered.Select(page => page.Body.Length).Distinct());
            Assert.Contains(day.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), answered[0].Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Invariant(19)]
    public async Task Burnt_Code_IsAMiss()
    {
        await _window.SealAsync();
        Assert.Contains("unaltered", (await CheckAsync(_codes[6], ZQ(7))).Text, StringComparison.Ordinal);
        await AskAsync(_codes[6], "burn");
        Assert.Contains("unaltered", (await CheckAsync(_codes[6], ZQ(7))).Text, StringComparison.Ordinal);
        await ReleaseAsync();
        var burnt = await CheckAsync(_codes[6], ZQ(7));
        var unknown = await CheckAsync(FollowUpCode.New().ToString()!, ZQ(7));
        Assert.Equal((burnt.Status, Status(burnt)), (unknown.Status, Status(unknown)));
        await AskAsync(_codes[6], "withdraw");
        await ReleaseAsync();
        Assert.Contains(ZQ(7), await TextsAsync());
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("burn")]
    public async Task FirstStep_AndCodesThatAreNone_AskForNothing(string request)
    {
        await _window.SealAsync();
        var before = await BoxesAsync();
        using var author = _host.NewVisitor();
        var page = await author.GetAsync("/follow-up");
        Assert.NotEqual(page.Heading, (await author.SubmitAsync(page, [("Code", _codes[0])], button: $"[value={request}]")).Heading);
        foreach (var wrong in new[] { "", "not a code", _codes[0][..^1] + (_codes[0][^1] == '7' ? '8' : '7') })
        {
            var refused = await author.SubmitAsync(page, [("Code", wrong), ("Text", "kept")], button: $"[value={request}]");
            Assert.Equal((HttpStatusCode.BadRequest, "kept", wrong), (refused.Status, refused.Value("Text"), refused.Value("Code")));
            Assert.Equal(["Code"], refused.InvalidFields);
        }
        var forged = await author.PostAsync("/follow-up", [new("Code", _codes[0]), new("Then", request), new("Sure", "true")]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(before, await BoxesAsync());
        await AskAsync(_codes[0], request);
        Assert.NotEqual(before, await BoxesAsync());
    }

    [Fact]
    [Invariant(19)]
    public async Task Request_SignedIn_IsRefused()
    {
        await _window.SealAsync();
        var before = await BoxesAsync();
        using var team = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        using var author = _host.NewVisitor();
        var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[0])], button: "[value=withdraw]");
        var refused = await team.SubmitAsync(step, button: "[name=Sure]");
        Assert.Contains("never used together", refused.Text, StringComparison.Ordinal);
        Assert.Equal(before, await BoxesAsync());
    }

    /// <summary>Every request counts, so that being slowed down tells no hit from a miss.</summary>
    [Theory]
    [Invariant(19)]
    [LeakChannel(26)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_TooMany_AreSlowedDownWhateverTheCode(bool hit)
    {
        await _window.SealAsync();
        using var author = _host.NewVisitor();
        var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", hit ? _codes[0] : FollowUpCode.New().ToString())], button: "[value=burn]");
        for (var tries = 0; tries < 20; tries++) Assert.Equal(HttpStatusCode.OK, (await author.SubmitAsync(step, button: "[name=Sure]")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await author.SubmitAsync(step, button: "[name=Sure]")).Status);
    }

    [Fact]
    public async Task Page_InAllLanguages_NamesTheDay()
    {
        var day = ReleaseDays.Next(_host.Clock.GetUtcNow());
        foreach (var language in Languages.Language.All)
        {
            using var author = _host.NewVisitor();
            var page = await author.GetAsync(language.Code == "en" ? "/follow-up" : $"/{language.Code}/follow-up");
            foreach (var request in new[] { "withdraw", "burn" })
            {
                var step = await author.SubmitAsync(page, [("Code", FollowUpCode.New().ToString())], button: $"[value={request}]");
                var taken = await author.SubmitAsync(step, button: "[name=Sure]");
                Assert.All(new[] { step, taken }, seen => Assert.StartsWith(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), seen.Document.QuerySelector("main time")!.GetAttribute("datetime"), StringComparison.Ordinal));
                Assert.All(new[] { page, step, taken }, seen => Assert.DoesNotContain("FollowUp.", seen.Text, StringComparison.Ordinal));
                Assert.All(new[] { page, step, taken }, seen => Assert.DoesNotContain("{0}", seen.Text, StringComparison.Ordinal));
            }
        }
    }

    private static string ZQ(int person) => $"ZQ{person}QZ words";

    private static string Status(VisitedPage page) => page.Document.QuerySelector("[role=status]")!.TextContent;

    private async Task<VisitedPage> AskAsync(string code, string request)
    {
        using var author = _host.NewVisitor();
        var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code)], button: $"[value={request}]");
        var taken = await author.SubmitAsync(step, button: "[name=Sure]");
        Assert.NotNull(taken.Document.QuerySelector("[role=status]"));
        return taken;
    }

    private async Task<VisitedPage> CheckAsync(string code, string text)
    {
        using var author = _host.NewVisitor();
        return await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text)]);
    }

    /// <summary>Waits for the next day of release.</summary>
    private async Task<DateOnly> ReleaseAsync()
    {
        var day = ReleaseDays.Next(_host.Clock.GetUtcNow());
        _host.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(0, 1), TimeSpan.Zero));
        await _host.RunAsync<ReleaseJob>();
        return day;
    }

    private Task<IReadOnlyList<string>> TextsAsync() =>
        _host.Database.ListAsync("SELECT text FROM record.sealed_input WHERE NOT EXISTS (SELECT FROM record.withdrawal WHERE input_id = id)");

    private Task<IReadOnlyList<string>> BoxesAsync() => _host.Database.ListAsync("SELECT encode(box, 'hex') FROM record.request_box ORDER BY 1");
}
