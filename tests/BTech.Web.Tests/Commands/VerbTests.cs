using System.IO.Compression;
using System.Text.Json;
using BTech.Team.Accounts;
using BTech.Team.Sessions;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Operations;
using BTech.Web.Tests.Starting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Web.Tests.Commands;

/// <summary>Verbs as an operator's script runs them: exit code, standard output, standard error.</summary>
public sealed class VerbTests : IAsyncLifetime
{
    private Installed _installed = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _installed = await Installed.NewAsync();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Migrate_TwoAtOnceOnAnEmptyDatabase_BothAreDone()
    {
        var name = _installed.Database.Name + "_empty";
        await _installed.Database.ExecuteAsync($"CREATE DATABASE {name} OWNER consult_owner");
        try
        {
            var settings = _installed.Settings([.. new[] { "Owner", "Agenda", "Team", "People", "Record" }
                .Select(module => ($"ConnectionStrings__{module}", In(name, _installed.Settings()[$"ConnectionStrings__{module}"])))]);
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ConsultProcess.RunAsync(["migrate", "--json"], settings)));

            Assert.All(answers, answer => Assert.Equal((0, string.Empty), (answer.ExitCode, answer.Errors)));
            Assert.All(answers, answer => Assert.Equal(["agenda", "team", "people", "record"],
                JsonDocument.Parse(answer.Output).RootElement.GetProperty("up_to_date").EnumerateArray().Select(schema => schema.GetString())));
            await using var agenda = NpgsqlDataSource.Create(In(name, _installed.Database.Superuser));
            await using var count = agenda.CreateCommand("SELECT count(*) FROM agenda.consultation");
            Assert.Equal(0L, await count.ExecuteScalarAsync(Cancel));
        }
        finally
        {
            await _installed.Database.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    [Fact]
    public async Task Window_FromInvitingToTheSeal_GoesAsTheContractSays()
    {
        var made = await RunAsync(["seed", "synthetic", "--participants", "12", "--inputs", "24", "--json"]);
        var window = made.RootElement.GetProperty("window").GetString()!;
        Assert.Equal(12, made.RootElement.GetProperty("links").GetArrayLength());
        Assert.Equal(5, made.RootElement.GetProperty("staff").GetArrayLength());

        // One bad row, and nobody is invited.
        var file = Path.Combine(_installed.Folder, "people.csv");
        await File.WriteAllTextAsync(file, "name,role,organisation,group,email,language\nAda Example,Adviser,Example Firm,companies,ada@example.org,en\nBad Row,,Example Firm,kings,nowhere,xx\n", Cancel);
        Assert.Contains("Row ", await RefusedAsync(["invite", window, file, "--json"]), StringComparison.Ordinal);
        // And nobody ever into a rehearsal.
        await _installed.Database.ExecuteAsync("UPDATE agenda.consultation SET rehearsal_of = id");
        Assert.Contains("nobody real is ever invited", await RefusedAsync(["invite", window, file, "--json"]), StringComparison.Ordinal);
        await _installed.Database.ExecuteAsync("UPDATE agenda.consultation SET rehearsal_of = NULL");
        await File.WriteAllTextAsync(file, "name,role,organisation,group,email,language\nAda Example,Adviser,Example Firm,companies,ada@example.org,ar\n", Cancel);
        var invited = (await RunAsync(["invite", window, file, "--json"])).RootElement;
        Assert.Equal("ada@example.org", Assert.Single(invited.EnumerateArray()).GetProperty("email").GetString());
        Assert.Contains("/ar/participate/", invited[0].GetProperty("link").GetString()!, StringComparison.Ordinal);

        // One organisation under two names would count twice, so somebody has to say.
        await File.WriteAllTextAsync(file, "name,role,organisation,group,email,language\nBo Example,Adviser,Example Firm Ltd,companies,bo@example.org,en\n", Cancel);
        Assert.Contains("\"Example Firm Ltd\" may be \"Example Firm\"", await RefusedAsync(["invite", window, file]), StringComparison.Ordinal);
        await RunAsync(["invite", window, file, "--same", "Example Firm Ltd=Example Firm", "--json"]);

        // Two persons, each with a password; neither alone, nor one twice.
        string[] both = ["--as", "administrator@example.org", "--confirm-as", "administrator2@example.org"];
        Assert.Equal(2, (await ConsultVerb.RunAsync(["window", "close", window], _installed.Settings())).ExitCode);
        Assert.Contains("administrator2@example.org:", await RefusedAsync(["window", "close", window, .. both], Installed.Password, "not the password"), StringComparison.Ordinal);
        await RefusedAsync(["window", "close", window, "--as", "administrator@example.org", "--confirm-as", "administrator@example.org"], Installed.Password, Installed.Password);
        await RefusedAsync(["window", "close", window, "--as", "moderator@example.org", "--confirm-as", "administrator@example.org"], Installed.Password, Installed.Password);
        Assert.Equal("Open", await StateAsync(window));
        await RefusedAsync(["window", "seal", window, .. both], Installed.Password, Installed.Password);

        var codes = await SecondFactorAsync("administrator2@example.org");
        Assert.Contains("administrator2@example.org:", await RefusedAsync(["window", "close", window, .. both], Installed.Password, Installed.Password, "000000"), StringComparison.Ordinal);
        var closed = await RunAsync(["window", "close", window, .. both, "--json"], Installed.Password, Installed.Password, codes[0]);
        Assert.Equal("Closed", closed.RootElement.GetProperty("state").GetString());
        await RefusedAsync(["window", "close", window, .. both], Installed.Password, Installed.Password, codes[1]);

        var verified = (await RunAsync(["verify", "--window", window, "--json"])).RootElement;
        Assert.False(verified.GetProperty("is_red").GetBoolean());
        Assert.Equal(14, verified.GetProperty("checks").GetArrayLength());
        Assert.Contains("b-tech/9", await RefusedAsync(["verify", "--window", "b-tech/9"]), StringComparison.Ordinal);

        await LoseAndRestoreKeyAsync(window);

        var rehearsed = await RunAsync(["window", "seal", window, "--rehearse", "--json"]);
        Assert.All(rehearsed.RootElement.GetProperty("checks").EnumerateArray(), check => Assert.NotEqual("Failed", check.GetProperty("outcome").GetString()));
        Assert.Equal("Closed", await StateAsync(window));

        // As a process of its own, with its standard streams.
        var sealedNow = await ConsultProcess.RunAsync(["window", "seal", window, .. both, "--json"], _installed.Settings(), Installed.Password, Installed.Password, codes[2]);
        Assert.Equal((0, "Sealed"), (sealedNow.ExitCode, JsonDocument.Parse(sealedNow.Output).RootElement.GetProperty("state").GetString()));
        var again = await ConsultVerb.RunAsync(["window", "seal", window], _installed.Settings());
        Assert.Equal((0, $"{window} is sealed.\n"), (again.ExitCode, again.Output));

        // Both acts stand in the audit, with both persons.
        Assert.Equal(2L, await _installed.Database.AskAsync<long>("SELECT count(*) FROM team.audit_entry WHERE action LIKE 'window closed early%'"));
    }

    [Fact]
    public async Task Staff_Add_PrintsALinkThatWorksOnce()
    {
        var added = (await RunAsync(["staff", "add", "new@example.org", "--role", "moderator", "--json"])).RootElement;
        Assert.Equal(("new@example.org", "moderator"), (added.GetProperty("email").GetString(), added.GetProperty("role").GetString()));
        var link = new Uri(added.GetProperty("link").GetString()!);
        Assert.StartsWith("/account/set-password/", link.AbsolutePath, StringComparison.Ordinal);

        await RefusedAsync(["staff", "add", "no address", "--role", "moderator"]);
        await RefusedAsync(["staff", "add", "new@example.org", "--role", "administrator"]);
        await RefusedAsync(["staff", "add", "new@example.org", "--role", "moderator", "--window", "none/1"]);
    }

    [Fact]
    public async Task Export_OfTheSample_IsTheFileOfThePage()
    {
        // A site that is started loads it, in tests of its own; here it is there already.
        await using (var host = await TestHost.StartAsync(_installed.Database, settings: new() { ["Keys:Directory"] = Path.Combine(_installed.Folder, "keys"), ["Demo__Password"] = Installed.Password }))
            await host.WithAsync<SampleSeed, SampleResult>(seed => seed.RunAsync(again: false, Cancel));
        var again = await RunAsync(["seed", "tunis-2019", "--json"]);
        Assert.False(again.RootElement.GetProperty("loaded").GetBoolean());

        foreach (var format in new[] { "docx", "json", "pdf" })
        {
            var file = Path.Combine(_installed.Folder, $"report.{format}");
            var answer = await RunAsync(["export", "report", "1", "--format", format, "--out", file, "--json"]);
            Assert.Equal(file, answer.RootElement.GetProperty("file").GetString());
            Assert.True(new FileInfo(file).Length > 1000);
        }
        await using (var docx = await ZipFile.OpenReadAsync(Path.Combine(_installed.Folder, "report.docx"), Cancel))
            Assert.NotNull(docx.GetEntry("word/document.xml"));
        Assert.Equal(3, Directory.EnumerateFiles(_installed.Folder, "report.*").Count());
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_installed.Folder, "report.pdf"), Cancel)), StringComparison.Ordinal);

        Assert.Contains("no published report 2", await RefusedAsync(["export", "report", "2", "--format", "md"]), StringComparison.Ordinal);
        Assert.Contains("cannot be written", await RefusedAsync(["export", "report", "1", "--format", "md", "--out", Path.Combine(_installed.Folder, "nowhere", "r.md")]), StringComparison.Ordinal);

        var inputs = Path.Combine(_installed.Folder, "inputs.csv");
        var book = Path.Combine(_installed.Folder, "book.qdc");
        await RunAsync(["export", "codebook", "b-tech/2", "--format", "qdc", "--out", book, "--json"]);
        Assert.Contains("urn:QDA-XML:codebook:1.0", await File.ReadAllTextAsync(book), StringComparison.Ordinal);
        string[] export = ["export", "inputs", "b-tech/2", "--format", "csv", "--reason", "a trial", "--delete-by", $"{DateTime.UtcNow.AddDays(5):yyyy-MM-dd}", "--out", inputs];
        await RefusedAsync([.. export, "--as", "moderator@example.org", "--confirm-as", "moderator@example.org"], Installed.Password, Installed.Password);
        Assert.Contains("another member of the project team", await RefusedAsync([.. export, "--as", "moderator@example.org", "--confirm-as", "administrator@example.org"], Installed.Password, Installed.Password), StringComparison.Ordinal);
        Assert.False(File.Exists(inputs));
        string[] both = ["--as", "moderator@example.org", "--confirm-as", "clearance@example.org"];
        Assert.Contains("not sealed", await RefusedAsync([.. export.Select(one => one == "b-tech/2" ? "b-tech/3" : one), .. both], Installed.Password, Installed.Password), StringComparison.Ordinal);
        await RunAsync([.. export, .. both, "--json"], Installed.Password, Installed.Password);
        Assert.Contains("What was said may be used", await File.ReadAllTextAsync(inputs, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_VerbsThatWouldTellOrMakeUpSecrets_AreRefused()
    {
        (string, string)[] production = [("ASPNETCORE_ENVIRONMENT", "Production"), ("Site__PublicUrl", "https://consult.example.org"), ("Demo__Password", ""), ("Sample__Load", "")];

        var database = await ConsultVerb.RunAsync(["database"], _installed.Settings(production));
        var seed = await ConsultVerb.RunAsync(["seed", "synthetic", "--participants", "10"], _installed.Settings(production));

        Assert.Equal((1, string.Empty), (database.ExitCode, database.Output));
        Assert.Equal((1, string.Empty), (seed.ExitCode, seed.Output));
        Assert.Contains("Demo__Password", seed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_AwayOrOfAnotherVersionOrClosed_IsOneSentence()
    {
        var away = await RefusedAsync(new() { ["ConnectionStrings__Agenda"] = $"Host=127.0.0.1;Port={Installed.FreePort()};Database=consult;Username=consult_agenda;Password=none" });
        var closed = await RefusedAsync(new() { ["ConnectionStrings__Agenda"] = _installed.Database.Agenda.Replace("Password=", "Password=not", StringComparison.Ordinal) });
        await _installed.Database.ExecuteAsync("DROP SCHEMA agenda CASCADE");
        var old = await RefusedAsync([]);

        Assert.Contains("does not answer", away, StringComparison.Ordinal);
        Assert.Contains("refuses a role's name or password", closed, StringComparison.Ordinal);
        Assert.Contains("run the verb migrate", old, StringComparison.Ordinal);

        async Task<string> RefusedAsync(Dictionary<string, string> other)
        {
            var answer = await ConsultVerb.RunAsync(["window", "list", "--json"], _installed.Settings([.. other.Select(one => (one.Key, one.Value))]));
            Assert.Equal((1, string.Empty), (answer.ExitCode, answer.Output));
            // Logs beside it are JSON; the sentence stands alone.
            return Assert.Single(answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line[0] != '{');
        }
    }

    [Fact]
    public async Task Health_SiteAway_IsRefusedAndReadyIsDone()
    {
        var settings = _installed.Settings();
        var away = await ConsultVerb.RunAsync(["health"], settings);
        await using var site = ConsultProcess.Serve(settings);
        await site.OpenAsync();
        var ready = await ConsultVerb.RunAsync(["health", "--json"], settings);

        Assert.Equal(1, away.ExitCode);
        Assert.Contains("does not answer", away.Errors, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (ready.ExitCode, ready.Errors));
    }

    private async Task LoseAndRestoreKeyAsync(string window)
    {
        var file = Directory.EnumerateFiles(Path.Combine(_installed.Folder, "keys", "windows"), "box.key", SearchOption.AllDirectories).Single();
        var key = await File.ReadAllBytesAsync(file, Cancel);
        var (halves, others) = (KeyHalves.Of(key), KeyHalves.Of(new byte[key.Length]));
        Assert.Contains("has its key", await RefusedAsync(["window", "restore-key", window], halves.First, halves.Second), StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("first half", await RefusedAsync(["window", "restore-key", window], halves.First[1..], halves.Second), StringComparison.Ordinal);
        Assert.Contains("no key of", await RefusedAsync(["window", "restore-key", window], halves.First, others.Second), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        await RunAsync(["window", "restore-key", window, "--json"], halves.First, halves.Second);
        Assert.Equal(key, await File.ReadAllBytesAsync(file, Cancel));
    }

    // Standard output holds one document and nothing else, or this throws.
    private async Task<JsonDocument> RunAsync(string[] arguments, params string[] lines)
    {
        var answer = await ConsultVerb.RunAsync(arguments, _installed.Settings(), lines);
        Assert.True(answer.ExitCode == 0, $"{string.Join(' ', arguments)}: {answer.Errors}");
        return JsonDocument.Parse(answer.Output);
    }

    private async Task<string> RefusedAsync(string[] arguments, params string[] lines)
    {
        var answer = await ConsultVerb.RunAsync(arguments, _installed.Settings(), lines);
        Assert.Equal((1, string.Empty), (answer.ExitCode, answer.Output));
        Assert.NotEqual(string.Empty, answer.Errors);
        return answer.Errors;
    }

    private async Task<string?> StateAsync(string window) =>
        (await RunAsync(["window", "show", window, "--json"])).RootElement.GetProperty("state").GetString();

    /// <returns>Codes that work once each.</returns>
    private async Task<IReadOnlyList<string>> SecondFactorAsync(string email)
    {
        // The same key directory: what protects the factor is the site's own ring.
        await using var host = await TestHost.StartAsync(_installed.Database, settings: new() { ["Keys:Directory"] = Path.Combine(_installed.Folder, "keys") });
        return await host.WithAsync<IServiceProvider, IReadOnlyList<string>>(async services =>
        {
            var member = (await services.GetRequiredService<StaffAccounts>().AllAsync(Cancel)).Single(one => one.Email == email);
            var factor = services.GetRequiredService<SecondFactor>();
            var form = factor.NewKey(member.Id);
            var code = TimeCode.At(FromBase32(factor.Readable(member.Id, form)!), TimeCode.StepAt(host.Clock.GetUtcNow()));
            return (await factor.SetUpAsync(member.Id, form, code, Cancel))!;
        });
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Replace(" ", "", StringComparison.Ordinal)
            .Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }

    private static string In(string database, string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false }.ConnectionString;
}
