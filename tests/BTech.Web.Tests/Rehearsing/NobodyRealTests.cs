using System.Net;
using System.Text;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Architecture;

namespace BTech.Web.Tests.Rehearsing;

/// <summary>Nobody real comes into a rehearsal, nothing is mailed out of it, and nobody real is ever written for.</summary>
public sealed class NobodyRealTests
{
    private const string Real = "name,role,organisation,group,email,language\nReal Person,Role,Org,companies,real@example.org,en\n";

    [Fact]
    public async Task RealPeople_AreRefusedByFileByChoiceAndByCorrection()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync();
        var file = new Dictionary<string, (string, byte[])> { ["People"] = ("people.csv", Encoding.UTF8.GetBytes(Real)) };
        var import = await played.Admin.GetAsync(PlayedRehearsal.Round + "/people/import");
        Assert.Contains("nobody real is invited", import.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var handler in new[] { "Check", "Import" })
        {
            var refused = await played.Admin.PostAsync($"{PlayedRehearsal.Round}/people/import?handler={handler}",
                [new("Csv", Convert.ToBase64String(Encoding.UTF8.GetBytes(Real))), await TokenAsync(played)], handler == "Check" ? file : null, handler == "Check");
            Assert.Contains("nobody real is invited", refused.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await played.Admin.GetAsync(PlayedRehearsal.Round + "/people/again")).Status);
        var people = await played.Admin.GetAsync(PlayedRehearsal.Round + "/people");
        Assert.Null(people.Document.QuerySelector("a[href$='/people/import'], #send"));
        var person = await played.Admin.GetAsync(people.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        var corrected = await played.Admin.SubmitAsync(person, [("Email", "real@example.org")], "form[action*=Save]");
        Assert.Equal(["Email"], corrected.InvalidFields);
        Assert.Equal("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM people.participant WHERE email = 'real@example.org'"))[0]);
    }

    [Fact]
    public async Task Letters_ToSamplePeople_AreNotEvenQueued()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync();
        await played.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await played.Admin.PostAsync($"{PlayedRehearsal.Round}/people?handler=Send", [await TokenAsync(played)])).Status);
        using var visitor = played.Host.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", $"p01@{PlayedRehearsal.Slug}.invalid")]);
        await played.Host.RunAsync<AskedJob>();
        // Whoever would queue one all the same: the outbox does not take it.
        await played.Host.WithAsync<Outbox>(outbox => outbox.AddAsync(null, [new Letter("p01@somewhere.INVALID", "Sample", "en", "Subject", "Text", "<p>Text</p>")], default));
        await played.Host.RunAsync<MailJob>();
        Assert.Equal("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM people.outbox"))[0]);
        Assert.Empty(Directory.Exists(played.Host.MailFolder) ? Directory.EnumerateFiles(played.Host.MailFolder) : []);
        // The real lost link still comes.
        await visitor.SubmitAsync(await visitor.GetAsync("/participate/lost-link"), [("Email", "p1@example.org")]);
        await played.Host.RunAsync<AskedJob>();
        Assert.Equal("1", (await played.Host.Database.ListAsync("SELECT count(*) FROM people.outbox"))[0]);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("481")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task Minutes_ThatAreNone_AreRefusedWithWhatWasTyped(string minutes)
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        var page = await played.StartAsync(minutes);
        Assert.Equal(["Minutes"], page.InvalidFields);
        Assert.Equal(minutes, page.Value("Minutes"));
        Assert.Equal("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM agenda.consultation WHERE rehearsal_of IS NOT NULL"))[0]);
    }

    [Fact]
    public async Task Start_WithoutPaperOrGroups_SaysWhatIsMissing()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.Host.Database.ExecuteAsync("DELETE FROM agenda.participant_group");
        Assert.Contains("no groups", (await played.StartAsync()).Text, StringComparison.Ordinal);
        await played.Host.Database.ExecuteAsync("""
            INSERT INTO agenda.participant_group (id, consultation_id, label, "order", name, adjective, family, family_name, family_adjective)
              SELECT gen_random_uuid(), id, 'all', 1, '{"en":"All"}', '{"en":"all"}', 'all', '{"en":"All"}', '{"en":"all"}' FROM agenda.consultation;
            UPDATE agenda.comment_window SET paper_version_id = NULL; DELETE FROM agenda.paper_version
            """);
        Assert.Contains("no scoping paper", (await played.StartAsync()).Text, StringComparison.Ordinal);
    }

    /// <summary>What writes for people who are made up would put words into anybody's mouth.</summary>
    [Fact]
    public void MadeUpVisits_AreMadeByRehearsalsAndSamplesAlone()
    {
        var product = Dependencies.Of([typeof(Web.Crossings.Rehearsing.MadeUpVisits).Assembly]);
        Assert.Equal(
            ["BTech.Web.Crossings.CrossingsRegistration", "BTech.Web.Crossings.Rehearsing.RehearsalPlay", "BTech.Web.Operations.WrittenRound"],
            product.Where(type => type != typeof(Web.Crossings.Rehearsing.MadeUpVisits).FullName, used => used == typeof(Web.Crossings.Rehearsing.MadeUpVisits).FullName));
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(PlayedRehearsal played) => (await played.Admin.GetAsync(PlayedRehearsal.Steps)).Token;
}
