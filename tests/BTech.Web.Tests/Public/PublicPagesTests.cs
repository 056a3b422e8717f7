using System.Net;
using System.Text.Json;
using BTech.Testing;

namespace BTech.Web.Tests.Public;

/// <summary>Pages that anyone may read: no cookie, no form, the same for everybody, in six languages.</summary>
public sealed class PublicPagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "Written consultations" },
        { "/consultations/b-tech", "B-Tech Project" },
        { "/consultations/b-tech/paper", "Revised draft scoping paper" },
        { "/consultations/b-tech/paper/1", "Draft scoping paper" },
        { "/consultations/b-tech/paper/compare/1/2", "Version 2 compared with version 1" },
        { "/reports", "Summary Reports" },
        { "/reports/1", "Summary Report" },
        { "/seals/b-tech/2", "Seal of" },
        { "/about/rule", "What is said may be used" },
        { "/about/accessibility", "Accessibility" },
        { "/about/languages", "Languages of this site" },
        { "/about/privacy", "Privacy" },
        { "/about/safety", "If taking part is a risk for you" },
        { "/consultations/b-tech/submissions", "Submissions on the record" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ForAnyone_SetsNoCookieAndHoldsNoForm(string address, string heading)
    {
        using var anyone = site.Host.NewVisitor();
        foreach (var prefix in new[] { "", "/ar", "/zh", "/fr", "/ru", "/es" })
        {
            var page = await anyone.GetAsync(prefix + address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            if (prefix.Length == 0) Assert.Contains(heading, page.Heading, StringComparison.OrdinalIgnoreCase);
            Assert.False(page.Headers.Contains("Set-Cookie"));
            Assert.Empty(page.Document.QuerySelectorAll("form"));
            Assert.Equal(prefix.Length == 0 ? "en" : prefix[1..], page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Equal(prefix == "/ar" ? "rtl" : "ltr", page.Document.DocumentElement.GetAttribute("dir"));
            Assert.Empty(page.Document.QuerySelectorAll("[style], script:not([src])"));
            Assert.All(page.Document.QuerySelectorAll("[href]"), link => Assert.DoesNotContain("javascript:", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase));
            // Within the site, every link of a page in another language keeps that language.
            if (prefix.Length > 0)
                Assert.All(page.Document.QuerySelectorAll("main a[href^='/']"), link => Assert.StartsWith(prefix, link.GetAttribute("href")!, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/consultations/unknown")]
    [InlineData("/consultations/b-tech/paper/9")]
    [InlineData("/consultations/B%20tech")]
    [InlineData("/reports/0")]
    [InlineData("/reports/99999999999")]
    [InlineData("/seals/b-tech/x")]
    [InlineData("/moderate/inputs/not-an-id")]
    [InlineData("/de/about/rule")]
    [InlineData("/xx")]
    [InlineData("/participate/paragraphs/99/..%2f")]
    public async Task Unknown_Address_Gives404InTheReadersWords(string address)
    {
        using var anyone = site.Host.NewVisitor();
        var page = await anyone.GetAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (page.Status, page.Heading));
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        if (!address.StartsWith("/de", StringComparison.Ordinal) && !address.StartsWith("/xx", StringComparison.Ordinal))
            Assert.NotEqual("Page not found", (await anyone.GetAsync("/fr" + address)).Heading);
    }

    [Fact]
    public async Task Report_OfTheMeeting_ShowsWhatWasPublishedAndItsFiles()
    {
        using var anyone = site.Host.NewVisitor();
        var page = await anyone.GetAsync("/reports/1");
        Assert.Equal(40, page.Document.QuerySelectorAll("main strong").Count(bold => bold.ParentElement!.Id != "contents"));
        Assert.Equal(2, page.Document.QuerySelectorAll("a[role=doc-noteref]").Length);
        Assert.Equal(37, page.Document.QuerySelectorAll("main h3 + ul.plain li").Length);
        foreach (var (extension, type) in new[] { ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ("md", "text/markdown"), ("json", "application/json") })
        {
            var file = await anyone.GetAsync($"/reports/1.{extension}");
            Assert.Equal((HttpStatusCode.OK, type), (file.Status, file.ContentHeaders.ContentType?.MediaType));
            Assert.False(file.Headers.Contains("Set-Cookie"));
        }
        using var json = JsonDocument.Parse((await anyone.GetAsync("/reports/1.json")).Body);
        Assert.Equal(1, json.RootElement.GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Headers_OnEveryStatus_AreTheStrictSet()
    {
        using var anyone = site.Host.NewVisitor();
        foreach (var address in new[] { "/", "/nothing", "/reports/1.md", "/account/login", "/follow-up", "/participate/enter", "/moderate" })
        {
            var page = await anyone.GetAsync(address);
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
            foreach (var directive in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'" })
                Assert.Contains(directive, policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
            Assert.False(page.Headers.Contains("Server"));
            Assert.False(page.Headers.Contains("X-Powered-By"));
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Methods_OtherThanGetHeadPost_AreRefused(string method)
    {
        using var anyone = site.Host.NewVisitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/reports/1");
        using var answer = await anyone.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
