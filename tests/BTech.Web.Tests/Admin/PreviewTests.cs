using System.Net;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>An administrator sees a participant's pages for somebody made up; nothing is behind them.</summary>
public sealed class PreviewTests : AdministratorTests
{
    private const string Preview = "/admin/windows/b-tech/1/preview/writing/participate";

    private static readonly string[] Pages =
    [
        "link", "rule", "", "focus-areas/1", "focus-areas/2", "focus-areas/1/resources/6f1d3b1e-3c0d-4f0e-9a51-0c6f6b0f8f11",
        "focus-areas/1/dilemmas/6f1d3b1e-3c0d-4f0e-9a51-0c6f6b0f8f11", "paragraphs/1", "overall", "check", "copy", "questions", "you", "offers", "on-record",
    ];

    private static readonly string[] Later =
    [
        .. new[] { "", "/withdraw", "/copy", "/check", "/focus-areas/1", "/rule", "/you" }.Select(page => At("sent") + page),
        .. new[] { "", "/withdraw", "/copy", "/rule", "/offers", "/link" }.Select(page => At("closed") + page),
        .. new[] { "", "/you", "/offers", "/on-record", "/link" }.Select(page => At("sealed") + page),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_LookedAtAndPosted_WriteNothingAnywhere(bool opened)
    {
        await TestWindow.MakeAsync(Host, opened);
        await Admin.GetAsync($"{Preview}/link");
        var (rows, files) = (await RowsAsync(), Files());
        Assert.True(rows.Count > 30 && rows.Any(row => row.StartsWith("people.invitation ", StringComparison.Ordinal)), string.Join('\n', rows));
        foreach (var address in Pages.Select(page => $"{Preview}/{page}").Concat(Later))
        {
            var page = await Admin.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} at {address}");
            Assert.NotNull(page.Document.QuerySelector("main [data-preview]"));
            Assert.Single(page.Document.QuerySelectorAll("main h1"));
            foreach (var field in page.Document.QuerySelectorAll("main input[name=Entry]")) Assert.Equal(string.Empty, field.GetAttribute("value"));
            foreach (var button in page.Document.QuerySelectorAll("main form[method=post] button"))
            {
                var answer = await Admin.PostAsync(address, new Dictionary<string, string>
                {
                    [button.GetAttribute("name") ?? "Then"] = button.GetAttribute("value") ?? "send", ["Text"] = "What somebody typed.", ["Accepted"] = "true", ["Choice"] = "Full",
                    ["Kinds"] = "Host", ["Id"] = Guid.NewGuid().ToString(), ["Capacity"] = "Person", ["Agreed"] = "true", ["WrittenIn"] = "en",
                });
                Assert.True(answer.Status == HttpStatusCode.Conflict, $"{answer.Status} at {address}");
                Assert.Contains("nothing was stored or sent", answer.Text, StringComparison.Ordinal);
                Assert.Contains(answer.Document.QuerySelectorAll("textarea[data-kept]"), kept => kept.TextContent.Trim() == "What somebody typed.");
            }
        }
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task Links_StayInThePreview_AndLeadSomewhere()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        foreach (var language in new[] { "", "/ar" })
        {
            var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([$"{language}{Preview}/link"]));
            while (open.TryDequeue(out var address))
            {
                if (!seen.Add(address)) continue;
                var page = await Admin.GetAsync(address);
                Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} at {address}");
                if (page.Document.DocumentElement.GetAttribute("lang") is null) continue;
                if (language.Length > 0) Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
                var targets = page.Document.QuerySelectorAll("main a[href], main form[action]").Select(at => at.GetAttribute("href") ?? at.GetAttribute("action")!).ToList();
                Assert.DoesNotContain(targets, target => target.StartsWith("/participate", StringComparison.Ordinal) || target.StartsWith("/ar/participate", StringComparison.Ordinal));
                foreach (var target in targets.Select(target => new Uri(page.Address, target)).Where(target => target.AbsolutePath.StartsWith(language + Preview, StringComparison.Ordinal)))
                    if (!target.AbsolutePath.EndsWith("/sign-out", StringComparison.Ordinal)) open.Enqueue(target.PathAndQuery);
            }
            Assert.True(seen.Count > 14, string.Join('\n', seen));
        }
    }

    [Fact]
    public async Task Moments_ShowWhatComesAfterSending_AfterClosing_AndAfterTheSeal()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        var sent = await Admin.GetAsync(At("sent"));
        Assert.NotNull(sent.Document.QuerySelector("[data-follow-up-code]"));
        Assert.Contains("somebody made up", (await Admin.GetAsync($"{At("sent")}/check")).Text, StringComparison.Ordinal);
        var closed = await Admin.GetAsync(At("closed"));
        Assert.NotNull(closed.Document.QuerySelector($"main a[href$='{At("closed")}/withdraw']"));
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{At("closed")}/focus-areas/1")).Status);
        var over = await Admin.GetAsync(At("sealed"));
        Assert.Null(over.Document.QuerySelector("main a[href$='/withdraw'], main a[href$='/rule']"));
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{At("sealed")}/copy")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync(At("tomorrow"))).Status);
    }

    [Fact]
    public async Task Rule_SaysTheSizeOfTheChosenGroup_BeforeOpening()
    {
        await TestWindow.MakeAsync(Host, opened: false);
        await Host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation WHERE participant_id IN (SELECT id FROM people.participant WHERE email = 'p1@example.org')");
        var companies = await Admin.GetAsync($"{Preview}/rule");
        Assert.Contains("5 people", companies.Text, StringComparison.Ordinal);
        Assert.NotNull(companies.Document.QuerySelector("main input[name=Accepted]"));
        var society = await Admin.SubmitAsync(companies, [("Group", "civil-society"), ("Link", "organisation")], "[data-preview] form");
        Assert.Contains("6 people", society.Text, StringComparison.Ordinal);
        Assert.NotEqual(Counts(companies), Counts(society));
        Assert.Contains("organisation's link", (await Admin.GetAsync($"{Preview}/link?Link=organisation")).Text, StringComparison.Ordinal);
        Assert.Contains("your own link", (await Admin.GetAsync($"{Preview}/link?Link=nonsense&Group=nobody")).Text, StringComparison.Ordinal);

        static string Counts(VisitedPage page) => page.Document.QuerySelectorAll("main section p")[1].TextContent;
    }

    [Fact]
    public async Task Preview_OpensNothingOfTheParticipants()
    {
        var window = await TestWindow.MakeAsync(Host);
        await window.SendAsync(1, "What the first one wrote.");
        var preview = await Admin.GetAsync($"{Preview}/check");
        Assert.DoesNotContain("What the first one wrote", preview.Body, StringComparison.Ordinal);
        using var stranger = Host.NewVisitor();
        foreach (var address in new[] { "/participate", "/participate/rule", "/participate/check", "/participate/you" })
            Assert.Equal((await stranger.GetAsync(address)).Address.AbsolutePath, (await Admin.GetAsync(address)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Preview_IsThereForAdministratorsOfTheRoundAlone()
    {
        var window = await TestWindow.MakeAsync(Host);
        Assert.NotNull((await Admin.GetAsync("/admin/windows/b-tech/1")).Document.QuerySelector($"main a[href='{Preview}/link']"));
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{Preview}/withdraw")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync($"{Preview}/focus-areas/9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.GetAsync(Preview.Replace("/1/", "/2/", StringComparison.Ordinal))).Status);
        using var moderator = await new Crew(Host).NewAsync("moderator", StaffRole.Moderator);
        using var offers = await new Crew(Host).NewAsync("offers", StaffRole.Offers);
        await new Crew(Host).AddAsync("elsewhere", Guid.NewGuid(), StaffRole.Administrator);
        using var elsewhere = await new Crew(Host).SignInAsync("elsewhere");
        using var participant = Host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(participant, window.Code);
        foreach (var other in new[] { moderator, offers, elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Preview}/rule")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{Preview}/rule", new Dictionary<string, string> { ["Accepted"] = "true" })).Status);
        }
        Assert.Equal("/account/login", (await participant.GetAsync($"{Preview}/rule")).Address.AbsolutePath);
    }

    private static string At(string moment) => $"/admin/windows/b-tech/1/preview/{moment}/participate";

    /// <summary>Every table with a hash over its rows and their transactions, so that a row that was written as it was is seen as well.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync() => await Host.Database.ListAsync("""
        SELECT format('%s.%s %s', table_schema, table_name, (xpath('/row/hash/text()', query_to_xml(
            format('SELECT md5(coalesce(string_agg(t.xmin::text || t::text, ''|'' ORDER BY t.xmin::text || t::text), '''')) AS hash FROM %I.%I t', table_schema, table_name), false, true, '')))[1]::text)
        FROM information_schema.tables WHERE table_schema IN ('agenda', 'people', 'record', 'team') AND table_type = 'BASE TABLE' ORDER BY 1
        """);

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(Host.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O} {new FileInfo(file).Length}")];
}
