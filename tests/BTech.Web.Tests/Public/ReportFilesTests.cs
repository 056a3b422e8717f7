using System.Net;
using System.Security.Cryptography;
using BTech.Testing;

namespace BTech.Web.Tests.Public;

/// <summary>Which bytes the files of a published report were: for whoever keeps a copy, and for the team when one comes out differently.</summary>
public sealed class ReportFilesTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Files_AreKnownByTheirFirstMakingUntilTheVersionIsWithdrawn()
    {
        using var anyone = site.Host.NewVisitor();
        using var team = await site.SignInAsync("moderator");
        using var admin = await site.SignInAsync("administrator");
        Assert.Null((await anyone.GetAsync("/reports/1")).Document.QuerySelector("#files"));

        var made = new Dictionary<string, string>();
        foreach (var format in new[] { "docx", "html", "json", "md", "pdf" }) made[format] = await HashAsync(anyone, format);
        foreach (var format in made.Keys) Assert.Equal(made[format], await HashAsync(anyone, format));
        Assert.Equal(made.Values, await ShownAsync(anyone));
        Assert.Equal(["B-Tech Consultation 0.1.0", "Typst 0.14.2"], await site.Host.Database.ListAsync("SELECT DISTINCT engine FROM record.file_release ORDER BY engine"));
        var versions = await team.GetAsync("/moderate/reports/1/versions");
        Assert.All(made.Values, hash => Assert.Contains(hash, versions.Text, StringComparison.Ordinal));
        Assert.Contains("Typst 0.14.2", versions.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("came out differently", versions.Text, StringComparison.Ordinal);
        var health = await admin.GetAsync("/admin/health");
        Assert.Contains("Typst 0.14.2", health.Document.QuerySelector("#pdf")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("in order", health.Document.QuerySelector("#report-files")!.TextContent.Trim());

        // The first was another, such as by an older engine: its number stays in the public, the team is told.
        site.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = new string('a', 64);
        await site.Host.Database.ExecuteAsync($"UPDATE record.file_release SET sha256 = '\\x{first}' WHERE format = 'docx'");
        await HashAsync(anyone, "docx");
        Assert.Equal([first, .. made.Values.Skip(1)], await ShownAsync(anyone));
        Assert.DoesNotContain("differently", (await anyone.GetAsync("/reports/1")).Text, StringComparison.Ordinal);
        Assert.Contains("came out differently", (await team.GetAsync("/moderate/reports/1/versions")).Text, StringComparison.Ordinal);
        var differing = (await admin.GetAsync("/admin/health")).Document.QuerySelector("#report-files li")!.TextContent;
        Assert.Contains("/reports/1/v1.docx", differing, StringComparison.Ordinal);
        Assert.Contains("B-Tech Consultation 0.1.0", differing, StringComparison.Ordinal);

        // Somebody is taken off the list: the file is another one from then on, and nothing tells that there was a change.
        site.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Host.Database.ExecuteAsync("DELETE FROM people.listed_line WHERE report_number = 1 AND \"order\" = 1");
        // Until it is made anew, no number is told: nobody gets those bytes any more.
        Assert.Empty(await ShownAsync(anyone));
        var changed = await HashAsync(anyone, "docx");
        Assert.NotEqual(made["docx"], changed);
        Assert.Equal([changed], await ShownAsync(anyone));
        Assert.DoesNotContain("came out differently", (await team.GetAsync("/moderate/reports/1/versions")).Text, StringComparison.Ordinal);

        await site.Host.Database.ExecuteAsync("UPDATE record.summary_report SET status = 5 WHERE number = 1");
        site.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var address in made.Keys.Select(format => $"/reports/1.{format}").Append("/reports/1").Append("/reports/1/v1.pdf")) Assert.Equal(HttpStatusCode.Gone, (await anyone.GetAsync(address)).Status);
        Assert.DoesNotContain(changed, (await team.GetAsync("/moderate/reports/1/versions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFile_SaysWhereItsDescriptionIs()
    {
        using var anyone = site.Host.NewVisitor();
        var schema = await anyone.GetAsync("/schemas/b-tech-report-1.json");
        Assert.Equal((HttpStatusCode.OK, "application/schema+json"), (schema.Status, schema.ContentHeaders.ContentType!.MediaType));
        Assert.Contains("https://json-schema.org/draft/2020-12/schema", schema.Body, StringComparison.Ordinal);
        // It may be kept, and what is kept has the same kind.
        Assert.Equal("public, max-age=1", schema.Headers.CacheControl?.ToString());
        var again = await anyone.GetAsync("/schemas/b-tech-report-1.json");
        Assert.Equal((schema.Body, "application/schema+json"), (again.Body, again.ContentHeaders.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/schemas/b-tech-report-2.json")).Status);
    }

    private static async Task<string> HashAsync(FormClient anyone, string format) =>
        Convert.ToHexStringLower(SHA256.HashData(await anyone.Http.GetByteArrayAsync(new Uri($"/reports/1.{format}", UriKind.Relative))));

    // A second of the clock makes public pages anew.
    private async Task<IReadOnlyList<string>> ShownAsync(FormClient anyone)
    {
        site.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        return [.. (await anyone.GetAsync("/reports/1")).Document.QuerySelectorAll("#files code").Select(code => code.TextContent)];
    }
}
