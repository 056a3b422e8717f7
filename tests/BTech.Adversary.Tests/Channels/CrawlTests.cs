using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BTech.Adversary.Tests.Scenarios;
using BTech.Testing;
using BTech.Web.Settings;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Session;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>What a participant's browser, its history and whatever lies between keep: every page that can be reached by links, and what each of them sets.</summary>
public sealed partial class CrawlTests
{
    private const string Marker = "ZQcrawledQZ";

    [Fact]
    [Invariant(15)]
    [LeakChannel(27, 28, 29)]
    public async Task Pages_OfParticipants_LeaveNothingInAddressesTitlesOrTheBrowser()
    {
        await using var host = await TestHost.StartAsync();
        var people = await InvitedPeople.OpenAsync(host, 2, ["companies"]);
        using var visitor = await people.EnterAsync(0);
        await InvitedPeople.TypeAsync(visitor, Marker);
        var sent = await visitor.SubmitAsync(await visitor.GetAsync("/participate/check"), button: "button[value=send]");
        var code = sent.Document.QuerySelector("[data-follow-up-code]")!.TextContent;
        var secrets = new[] { code, code.Replace("-", "", StringComparison.Ordinal), people.Codes[0], people.Invitations[0].ToString("D"), InvitedPeople.Email(0), people.Window.ToString("D"), Marker };

        // Sending has no address of its own, and the page that shows the code is like the others.
        Assert.Equal("/participate", sent.Address.PathAndQuery);
        Look(sent, secrets);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/participate", "/follow-up", "/about/privacy", "/"]));
        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address)) continue;
            var page = await visitor.GetAsync(address);
            Look(page, secrets);
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => new Uri(page.Address, link.GetAttribute("href"))).Where(link => link.Scheme == "http" && link.Host == page.Address.Host))
                if (Languages().IsMatch(link.AbsolutePath) is false) open.Enqueue(link.PathAndQuery);
        }
        Assert.True(seen.Count(address => address.StartsWith("/participate/", StringComparison.Ordinal)) >= 8, string.Join('\n', seen));
        Assert.Contains("/participate/focus-areas/1", seen);
        Assert.Contains("/participate/questions", seen);
    }

    [Fact]
    [LeakChannel(20, 27)]
    public async Task Host_KeepsNoSessionsNorAnswersOfPersonalPages()
    {
        IServiceCollection? registered = null;
        await using var host = await TestHost.StartAsync(services: services => registered = services);
        Assert.DoesNotContain(registered!, service => service.ServiceType == typeof(ISessionStore));
        // The framework brings a cache for parts of pages, in memory; no page uses it.
        Assert.All(registered!.Where(service => service.ServiceType == typeof(IDistributedCache)), service => Assert.Equal(typeof(MemoryDistributedCache), service.ImplementationType));
        Assert.All(Directory.EnumerateFiles(Path.Combine(DataSettings.Repository()!, "src", "BTech.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories),
            page => Assert.DoesNotMatch("<(distributed-)?cache\\b|TempData", File.ReadAllText(page)));
        var personal = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Personal().IsMatch(endpoint.RoutePattern.RawText ?? "")).ToList();
        Assert.True(personal.Count > 30, $"{personal.Count} pages");
        Assert.All(personal, endpoint => Assert.Null(endpoint.Metadata.GetMetadata<OutputCacheAttribute>()));
    }

    [Fact]
    [LeakChannel(29)]
    public void Scripts_StoreNothingInTheBrowser()
    {
        var scripts = Directory.GetFiles(Path.Combine(DataSettings.Repository()!, "src", "BTech.Web", "wwwroot", "js"), "*.js");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotMatch("localStorage|sessionStorage|indexedDB|document\\.cookie(?! = `lang=)|caches\\.|serviceWorker", File.ReadAllText(script)));
    }

    [Fact]
    [Invariant(25)]
    public async Task Promise_BeforeWriting_SaysInEveryLanguageWhatIsNotPrevented()
    {
        await using var host = await TestHost.StartAsync();
        var people = await InvitedPeople.OpenAsync(host, 2, ["companies"]);
        using var visitor = host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync($"/participate/{people.Codes[0]}"));
        foreach (var language in BTech.Languages.Language.All.Select(language => language.Code))
        {
            var prefix = language == "en" ? "" : $"/{language}";
            Assert.Contains(Words("Shared", language, "Rule.During.Server"), (await visitor.GetAsync($"{prefix}/about/rule")).Text, StringComparison.Ordinal);
            var rule = await visitor.GetAsync($"{prefix}/participate/rule");
            Assert.Contains(Words("Participate", language, "Rule.Details.Server"), rule.Text, StringComparison.Ordinal);
            Assert.Contains(Words("Participate", language, "Rule.Locked"), rule.Text, StringComparison.Ordinal);
        }
    }

    private static string Words(string file, string language, string key)
    {
        var words = XDocument.Load(Path.Combine(DataSettings.Repository()!, "src", "BTech.Web", "Words", language == "en" ? $"{file}.resx" : $"{file}.{language}.resx"));
        return words.Root!.Elements("data").Single(data => data.Attribute("name")!.Value == key).Element("value")!.Value.Trim();
    }

    private static void Look(VisitedPage page, string[] secrets)
    {
        var address = page.Address.PathAndQuery;
        Assert.True(page.Status is HttpStatusCode.OK, $"{page.Status} at {address}");
        // Titles and addresses stand in histories, links and forms lead there.
        var kept = page.Document.QuerySelectorAll("[href], [action], [formaction], [src]").SelectMany(element => new[] { "href", "action", "formaction", "src" }.Select(element.GetAttribute)).OfType<string>().ToList();
        foreach (var text in kept.Append(page.Document.Title ?? "").Append(Uri.UnescapeDataString(address)))
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept.Where(text => !text.StartsWith("mailto:", StringComparison.Ordinal)), text => Assert.False(Id().IsMatch(text), $"{text} at {address}"));
        // Nothing is loaded from elsewhere, and a link to elsewhere does not say from where.
        Assert.All(page.Document.QuerySelectorAll("[src], link[href], form[action]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("action")!),
            text => Assert.Equal(page.Address.Authority, new Uri(page.Address, text).Authority));
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        if (!Personal().IsMatch(address.TrimStart('/'))) return;
        Assert.True(page.Headers.CacheControl?.NoStore, address);
        var cookies = page.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        Assert.All(cookies, cookie => Assert.Matches("^(__Host-)?(participant|form)=", cookie));
        Assert.All(cookies, cookie => Assert.DoesNotMatch("(?i)expires=|max-age=", cookie));
        // The one file that is taken is the form with the answers, of which only words go on; see SpoolingTests and QuestionsTests.
        Assert.All(page.Document.QuerySelectorAll("input[type=file]"), field => Assert.Equal(("/participate/questions", "Answers"), (address, field.GetAttribute("name"))));
        Assert.All(page.Document.QuerySelectorAll("main textarea, main input[type=text], main input[type=password]"),
            field => Assert.True((field.GetAttribute("autocomplete") ?? field.Closest("form")?.GetAttribute("autocomplete")) is "off" or "new-password", $"{field.GetAttribute("name")} at {address}"));
    }

    [GeneratedRegex("^(participate|follow-up|moderate|admin|account)(/|$)")]
    private static partial Regex Personal();

    [GeneratedRegex("^/(ar|fr|es|ru|zh)(/|$)|/leave$")]
    private static partial Regex Languages();

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-")]
    private static partial Regex Id();
}
