using System.Net;
using BTech.Agenda;
using BTech.Record.Verification;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Tests.Participate;
using MimeKit;

namespace BTech.Web.Tests.Admin;

/// <summary>The checks on an installation: green on a healthy one, red for each fault that is planted, and no window opened meanwhile.</summary>
public sealed class VerifyTests(SampleSite site) : IClassFixture<SampleSite>
{
    // One stroke again, as the seal leaves it.
    private const string OneStroke = "UPDATE record.contributor SET id = id; UPDATE record.sealed_input SET id = id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checks_OnTheSample_AreGreen()
    {
        var all = await RunAsync(site.Host);
        Assert.Equal(14, all.Count);
        Assert.All(all, one => Assert.True(one.Verdict != Verdict.Red, $"{one.Name}: {string.Join(", ", one.Found)}"));
        // What this computer does with memory is its own affair.
        Assert.All(all.Where(one => one.Name != "memory"), one => Assert.Equal((one.Name, Verdict.Green), (one.Name, one.Verdict)));
    }

    [Theory]
    [Invariant(1, 2, 3, 6, 9, 22, 25)]
    [LeakChannel(6, 8, 18)]
    [InlineData("links", "CREATE VIEW agenda.planted AS SELECT 1 AS one", "DROP VIEW agenda.planted")]
    [InlineData("links", "GRANT USAGE ON SCHEMA people TO consult_record", "REVOKE USAGE ON SCHEMA people FROM consult_record")]
    [InlineData("links", "CREATE FUNCTION record.planted() RETURNS int LANGUAGE sql RETURN 1", "DROP FUNCTION record.planted()")]
    [InlineData("links", "CREATE RULE planted AS ON UPDATE TO record.box DO ALSO NOTIFY written", "DROP RULE planted ON record.box")]
    [InlineData("values", "UPDATE record.mask SET reason = (SELECT min(email) FROM people.participant)", "UPDATE record.mask SET reason = 'Contact details of the author'")]
    [InlineData("columns", "ALTER TABLE record.contributor ADD planted int", "ALTER TABLE record.contributor DROP planted")]
    [InlineData("columns", "ALTER TABLE record.theme ADD planted timestamptz", "ALTER TABLE record.theme DROP planted")]
    [InlineData("columns", "CREATE TABLE record.planted (one int)", "DROP TABLE record.planted")]
    [InlineData("columns", "CREATE SEQUENCE record.planted", "DROP SEQUENCE record.planted")]
    [InlineData("boxes", "UPDATE record.box SET box = box || '\\x00' WHERE tag = (SELECT min(tag) FROM record.box)", "UPDATE record.box SET box = substring(box from 1 for 32768)")]
    [InlineData("order", "UPDATE record.contributor SET id = id WHERE id = (SELECT min(id::text)::uuid FROM record.contributor)", OneStroke)]
    [InlineData("order", "UPDATE record.input_lookup SET input_id = input_id WHERE lookup_hash = (SELECT min(lookup_hash) FROM record.input_lookup)", "UPDATE record.input_lookup SET input_id = input_id")]
    [InlineData("order", "UPDATE record.request_box SET box = box WHERE id = (SELECT min(id::text)::uuid FROM record.request_box)", "UPDATE record.request_box SET box = box")]
    [InlineData("boxes", "UPDATE record.request_box SET box = box || '\\x00' WHERE id = (SELECT min(id::text)::uuid FROM record.request_box)", "UPDATE record.request_box SET box = substring(box from 1 for 256)")]
    [InlineData("groups", "UPDATE record.contributor SET group_label = 'planted ' || coalesce(group_label, '-') WHERE id = (SELECT min(id::text)::uuid FROM record.contributor)",
        "UPDATE record.contributor SET group_label = nullif(substring(group_label from 9), '-') WHERE group_label LIKE 'planted %'; " + OneStroke)]
    [InlineData("root", "UPDATE record.seal_page SET merkle_root = set_byte(merkle_root, 0, 255 - get_byte(merkle_root, 0))",
        "UPDATE record.seal_page SET merkle_root = set_byte(merkle_root, 0, 255 - get_byte(merkle_root, 0))")]
    [InlineData("root", "UPDATE record.sealed_input SET leaf = set_byte(leaf, 31, 255 - get_byte(leaf, 31)) WHERE id = (SELECT min(id::text)::uuid FROM record.sealed_input)",
        "UPDATE record.sealed_input SET leaf = set_byte(leaf, 31, 255 - get_byte(leaf, 31)) WHERE id = (SELECT min(id::text)::uuid FROM record.sealed_input); " + OneStroke)]
    [InlineData("retention", "UPDATE agenda.comment_window SET people_erased_on = '2020-01-01' WHERE number = 2", "UPDATE agenda.comment_window SET people_erased_on = texts_erased_on WHERE number = 2")]
    [InlineData("published changes", "CREATE PUBLICATION planted FOR TABLE record.box", "DROP PUBLICATION planted")]
    public async Task Check_OfAFaultInTheDatabase_IsRed(string name, string plant, string mend)
    {
        await site.Host.Database.ExecuteAsync(plant);
        try
        {
            Assert.Contains(await RunAsync(site.Host), one => one.Name == name && one is { Verdict: Verdict.Red, Found.Count: > 0 });
        }
        finally
        {
            await site.Host.Database.ExecuteAsync(mend);
        }
        Assert.DoesNotContain(await RunAsync(site.Host), one => one.Verdict == Verdict.Red);
    }

    [Fact]
    [Invariant(7)]
    [LeakChannel(24)]
    public async Task Check_OfATextInALetter_IsRed()
    {
        var text = (await site.InputAsync("credible resources")).Text!.Read();
        using var letter = new MimeMessage { Subject = "A copy", Body = new TextPart("plain") { Text = $"Look: {text}", ContentTransferEncoding = ContentEncoding.Base64 } };
        var file = Path.Combine(site.Host.MailFolder, "planted.eml");
        Directory.CreateDirectory(site.Host.MailFolder);
        await letter.WriteToAsync(file, Cancel);
        try
        {
            Assert.Equal([file], (await RunAsync(site.Host)).Single(one => one.Name == "stray texts").Found);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Check_OfATextInADatabaseBesides_IsNotStray()
    {
        var text = (await site.InputAsync("credible resources")).Text!.Read();
        var cluster = Directory.CreateDirectory(Path.Combine(site.Host.Folder, "tests", "data"));
        var log = Directory.CreateDirectory(Path.Combine(cluster.FullName, "pg_wal"));
        await File.WriteAllTextAsync(Path.Combine(log.FullName, "000000010000000000000001"), text, Cancel);
        try
        {
            Assert.NotEmpty((await RunAsync(site.Host)).Single(one => one.Name == "stray texts").Found);
            await File.WriteAllTextAsync(Path.Combine(cluster.FullName, "PG_VERSION"), "18\n", Cancel);
            Assert.Empty((await RunAsync(site.Host)).Single(one => one.Name == "stray texts").Found);
        }
        finally
        {
            cluster.Delete(recursive: true);
        }
    }

    [Fact]
    [Invariant(8)]
    public async Task Check_OfAKeyThatOthersCanRead_IsRed()
    {
        var file = Directory.EnumerateFiles(Path.Combine(site.Host.KeysFolder, "windows"), "box.key", SearchOption.AllDirectories).First();
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        try
        {
            Assert.Contains(file, (await RunAsync(site.Host)).Single(one => one.Name == "keys").Found);
        }
        finally
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    [Invariant(10)]
    [LeakChannel(14)]
    public async Task Opening_WhereTheServerWritesDownStatements_IsRefusedUntilItDoesNot()
    {
        await using var host = await TestHost.StartAsync();
        var window = await TestWindow.MakeAsync(host, opened: false);
        await host.Database.ExecuteAsync($"ALTER ROLE consult_record IN DATABASE {host.Database.Name} SET log_min_duration_statement = 0");
        // A setting of a role holds for connections that are opened after it.
        await using (var loud = await TestHost.StartAsync(host.Database))
        {
            Assert.Contains("log_min_duration_statement = 0 → -1", (await RunAsync(loud)).Single(one => one.Name == "server log").Found);
            Assert.Equal([OpeningObstacle.ChecksAreRed], await OpenAsync(loud, window.Id));
        }
        await host.Database.ExecuteAsync($"ALTER ROLE consult_record IN DATABASE {host.Database.Name} RESET ALL");
        await using var quiet = await TestHost.StartAsync(host.Database);
        Assert.Empty(await OpenAsync(quiet, window.Id));
    }

    [Fact]
    public async Task Page_ForAdministratorsAlone_ShowsEachCheckAndNamesNobody()
    {
        using var moderator = await site.SignInAsync("moderator");
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync("/admin/verify")).Status);

        using var administrator = await site.SignInAsync("administrator");
        var page = await administrator.SubmitAsync(await administrator.GetAsync("/admin/verify"), form: "#run");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(14, page.Document.QuerySelectorAll("[data-check]").Length);
        Assert.Empty(page.Document.QuerySelectorAll("[data-verdict=Red]"));
        foreach (var name in await site.NamesAsync(3)) Assert.DoesNotContain(name, SampleSite.Words(page), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Verified>> RunAsync(TestHost host) =>
        host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RunAsync(null, Cancel));

    private static Task<IReadOnlyList<OpeningObstacle>> OpenAsync(TestHost host, Guid window) => host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(
        opening => opening.OpenAsync(window, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), Cancel));
}
