using System.Globalization;
using System.Net;
using System.Xml.Linq;
using BTech.Languages;
using BTech.Testing;

namespace BTech.Web.Tests.Public;

/// <summary>The feed of published reports: well-formed after RFC 4287, days only, and nothing of what was withdrawn.</summary>
public sealed class FeedTests(SampleSite site) : IClassFixture<SampleSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feed_InEachLanguage_IsAtomAndIsFound()
    {
        using var anyone = site.Host.NewVisitor();
        foreach (var language in Language.All)
        {
            var prefix = language == Language.English ? "" : "/" + language.Code;
            var feed = await ReadAsync(anyone, prefix + "/reports/feed");
            Assert.Equal(language.Code, (string?)feed.Attribute(XNamespace.Xml + "lang"));
            Assert.EndsWith(prefix + "/reports/feed", (string)feed.Element(Atom + "id")!, StringComparison.Ordinal);
            var entry = Assert.Single(feed.Elements(Atom + "entry"));
            // The same thing in every language of the feed, in the language in which it is written.
            Assert.Equal("en", (string?)entry.Attribute(XNamespace.Xml + "lang"));
            Assert.EndsWith("/reports/1/v1", new Uri((string)entry.Element(Atom + "id")!).AbsolutePath, StringComparison.Ordinal);
            Assert.StartsWith("/reports/1", new Uri((string)entry.Element(Atom + "id")!).AbsolutePath, StringComparison.Ordinal);
            foreach (var address in new[] { "/reports", "/reports/1" })
                Assert.Equal(prefix + "/reports/feed", (await anyone.GetAsync(prefix + address)).Document.QuerySelector("head link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
            Assert.NotNull((await anyone.GetAsync(prefix + "/reports")).Document.QuerySelector($"main a[href='{prefix}/reports/feed']"));
        }
        // Of pages that have nothing new to tell, none leads there.
        Assert.Null((await anyone.GetAsync("/about/rule")).Document.QuerySelector("head link[type='application/atom+xml']"));
    }

    [Fact]
    public async Task Links_LeadToWhatTheySay()
    {
        using var anyone = site.Host.NewVisitor();
        foreach (var link in (await ReadAsync(anyone, "/reports/feed")).Descendants(Atom + "link"))
        {
            var page = await anyone.GetAsync(new Uri((string)link.Attribute("href")!).AbsolutePath);
            Assert.Equal((HttpStatusCode.OK, (string?)link.Attribute("type")), (page.Status, page.ContentHeaders.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Correction_ComesWithItsNote_AndWhatIsWithdrawnIsGoneAtOnce()
    {
        using var anyone = site.Host.NewVisitor();
        var (before, day) = ((await anyone.GetAsync("/reports/feed")).Body, new DateOnly(2030, 5, 17));
        await site.Host.Database.ExecuteAsync($"""
            INSERT INTO record.summary_report (id, number, version, consultation_id, window_id, is_meeting, language, title, event_line, correction_note, status, has_annex, published_on)
            SELECT gen_random_uuid(), number, 2, consultation_id, window_id, is_meeting, language, title, event_line, 'A **date** was wrong.', 3, false, '{day:yyyy-MM-dd}' FROM record.summary_report WHERE number = 1 AND version = 1;
            UPDATE record.summary_report SET status = 4 WHERE number = 1 AND version = 1
            """);
        Tick();
        var feed = await ReadAsync(anyone, "/reports/feed");
        Assert.Equal(["/reports/1/v2", "/reports/1/v1"], feed.Elements(Atom + "entry").Select(entry => new Uri((string)entry.Element(Atom + "id")!).AbsolutePath));
        Assert.Equal(["A date was wrong."], feed.Descendants(Atom + "summary").Select(summary => summary.Value));
        Assert.Equal("2030-05-17T00:00:00Z", (string)feed.Element(Atom + "updated")!);

        // The version that the note speaks of goes, and the note with it.
        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 5 WHERE number = 1 AND version = 1");
        Tick();
        feed = await ReadAsync(anyone, "/reports/feed");
        Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Empty(feed.Descendants(Atom + "summary"));

        // The report goes.
        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = CASE version WHEN 2 THEN 5 ELSE 4 END WHERE number = 1");
        Tick();
        feed = await ReadAsync(anyone, "/reports/feed");
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.DoesNotContain("/reports/1", (await anyone.GetAsync("/reports/feed")).Body, StringComparison.Ordinal);

        await site.Host.Database.ExecuteAsync("DELETE FROM record.summary_report WHERE number = 1 AND version = 2; UPDATE record.summary_report SET status = 3 WHERE number = 1");
        Tick();
        Assert.Equal(before, (await anyone.GetAsync("/reports/feed")).Body);
    }

    [Fact]
    public async Task Feed_IsKeptLikeOtherPublicPages()
    {
        using var anyone = site.Host.NewVisitor();
        var page = await anyone.GetAsync("/reports/feed");
        Assert.Equal(("public, max-age=1", "application/atom+xml"), (page.Headers.CacheControl!.ToString(), page.ContentHeaders.ContentType!.MediaType));
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    private void Tick() => site.Host.Clock.Advance(TimeSpan.FromSeconds(2));

    // What RFC 4287 asks of a feed and its entries, as far as ours have it.
    private static async Task<XElement> ReadAsync(FormClient anyone, string address)
    {
        var page = await anyone.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var feed = XDocument.Parse(page.Body).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        // 4.1.1: exactly one each, and an author, as the entries have none.
        foreach (var name in new[] { "id", "title", "updated", "author" }) Assert.Single(feed.Elements(Atom + name));
        Assert.Equal(Atom + "name", Assert.Single(feed.Element(Atom + "author")!.Elements()).Name);
        var self = Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");
        Assert.Equal((string)feed.Element(Atom + "id")!, (string)self.Attribute("href")!);
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            // 4.1.2
            foreach (var name in new[] { "id", "title", "updated" }) Assert.Single(entry.Elements(Atom + name));
            foreach (var name in new[] { "published", "summary" }) Assert.InRange(entry.Elements(Atom + name).Count(), 0, 1);
            Assert.Contains(entry.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
        }
        foreach (var owner in feed.DescendantsAndSelf().Where(one => one.Name.LocalName is "feed" or "entry"))
            Assert.Equal(owner.Elements(Atom + "link").Count(), owner.Elements(Atom + "link").DistinctBy(link => ((string?)link.Attribute("rel"), (string?)link.Attribute("type"), (string?)link.Attribute("hreflang"))).Count());
        // 4.2.6: ids are absolute and no two are the same.
        var ids = feed.Descendants(Atom + "id").Select(id => id.Value).ToList();
        Assert.All(ids, id => Assert.True(Uri.TryCreate(id, UriKind.Absolute, out _)));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        // 3.3, and of ours no time of day.
        Assert.All(feed.Descendants().Where(one => one.Name.LocalName is "updated" or "published"), date =>
            Assert.True(DateTime.TryParseExact(date.Value, "yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        Assert.All(feed.Descendants(), one => Assert.Equal(Atom, one.Name.Namespace));
        Assert.All(feed.Descendants(Atom + "link"), link => Assert.True(Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out _)));
        return feed;
    }
}
