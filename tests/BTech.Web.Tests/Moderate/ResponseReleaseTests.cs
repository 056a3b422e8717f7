using System.Net;
using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Languages;
using BTech.Record.Reports;
using BTech.Record.Responses;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Admin;

namespace BTech.Web.Tests.Moderate;

/// <summary>What keeps written responses from the public: a second person who wrote some, a paper that went on meanwhile, a fault between signature and release.</summary>
public sealed class ResponseReleaseTests(LoadedSample loaded) : IAsyncLifetime
{
    private const string Responses = "/moderate/reports/1/responses";
    private const string Heard = "/reports/1/heard";
    private const string Form = "form[action*='handler=Release']";

    private readonly SampleSite _site = new(loaded);
    private SummaryReport _report = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _report = (await _site.Host.WithAsync<SummaryReports, PublicReport>(reports => reports.PublicAsync(1, Cancel))).Report!;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private IReadOnlyList<Guid> Points => [.. _report.Statements().OfType<KeyPoint>().Select(point => point.LineageId)];

    [Fact]
    public async Task Release_WhoWroteOne_IsNoSecondPerson()
    {
        await new Crew(_site.Host).AddAsync("writer", null, StaffRole.Moderator, StaffRole.Clearance);
        using var writer = await _site.SignInAsync("writer");
        using var team = await _site.SignInAsync("moderator");
        await WriteAsync([.. Points.Skip(1)]);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(writer, Points[0], ("Disposition", "Accepted"))).Status);
        var refused = await ReleaseAsync(team, "writer");
        Assert.Equal((HttpStatusCode.BadRequest, "SecondEmail"), (refused.Status, Assert.Single(refused.InvalidFields)));
        Assert.Contains("wrote some of what is to be signed", refused.Text, StringComparison.Ordinal);
        // Written over by somebody else since: it is still the work of both.
        await SaveAsync(team, Points[0], ("Disposition", "Noted"), ("Reason", "It stays as it is."));
        Assert.Equal(HttpStatusCode.BadRequest, (await ReleaseAsync(team, "writer")).Status);
        Assert.Equal(0L, await ReleasedAsync());
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(team, "clearance")).Status);
        Assert.Equal(Points.Count, await ReleasedAsync());
    }

    /// <summary>The audit and the record lie in two schemas under two roles: nothing is public that is not signed, and what was signed in vain says so.</summary>
    [Fact]
    public async Task Release_FaultBetweenSignatureAndRelease_LeavesNothingPublic()
    {
        using var team = await _site.SignInAsync("moderator");
        using var anyone = _site.Host.NewVisitor();
        await WriteAsync(Points);
        await _site.Host.Database.ExecuteAsync("""
            CREATE FUNCTION team.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
            CREATE TRIGGER planted BEFORE INSERT ON team.audit_entry FOR EACH ROW WHEN (NEW.action = 'responses released, second person') EXECUTE FUNCTION team.planted()
            """);
        Assert.Equal(HttpStatusCode.InternalServerError, (await ReleaseAsync(team, "clearance")).Status);
        Assert.Equal(0L, await ReleasedAsync());
        Assert.Equal(["responses released, first person", "release of responses broken off"], await ActsAsync());

        // At the very last step of the record.
        await _site.Host.Database.ExecuteAsync("""
            DROP TRIGGER planted ON team.audit_entry;
            CREATE CONSTRAINT TRIGGER planted AFTER INSERT ON record.released_response DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION team.planted()
            """);
        Assert.Equal(HttpStatusCode.InternalServerError, (await ReleaseAsync(team, "clearance")).Status);
        Assert.Equal(0L, await ReleasedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(Heard)).Status);
        Assert.Equal(["responses released, first person", "responses released, second person", "release of responses broken off"], (await ActsAsync()).Skip(2));

        await _site.Host.Database.ExecuteAsync("DROP TRIGGER planted ON record.released_response");
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(team, "clearance")).Status);
        Assert.Equal(["responses released, first person", "responses released, second person"], (await ActsAsync()).Skip(5));
        _site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync(Heard)).Status);
    }

    /// <summary>One response names what a later version rewrote, another what only has another number there.</summary>
    [Fact]
    public async Task Release_LaterVersionOfThePaper_WaitsForWhatItChangedAndFollowsTheRest()
    {
        using var team = await _site.SignInAsync("moderator");
        using var anyone = _site.Host.NewVisitor();
        await WriteAsync([.. Points.Skip(2)]);
        await SaveAsync(team, Points[0], ("Disposition", "Accepted"), ("PaperVersion", "2"), ("Paragraph", "1"));
        await SaveAsync(team, Points[1], ("Disposition", "Accepted"), ("PaperVersion", "2"), ("Paragraph", "2"));
        Assert.Empty((await team.GetAsync(Responses)).Document.QuerySelectorAll(".overtaken"));
        await NextPaperAsync();

        var page = await team.GetAsync(Responses);
        Assert.Single(page.Document.QuerySelectorAll(".overtaken"));
        var panel = page.Document.QuerySelector($"#r-{Points[0]:N} .overtaken")!;
        Assert.Contains("Version 3 of the paper changed paragraph 1 of version 2", panel.TextContent, StringComparison.Ordinal);
        Assert.NotNull(panel.QuerySelector("a[href$='/consultations/b-tech/paper/3#p2']"));
        Assert.Null(page.Document.QuerySelector(Form));
        Assert.Contains("changed a paragraph that a response names", page.Document.QuerySelector("#release")!.TextContent, StringComparison.Ordinal);
        var refused = await SaveAsync(team, Points[0], ("Disposition", "Noted"), ("Reason", "As before."), ("PaperVersion", "2"), ("Paragraph", "1"));
        Assert.Equal((HttpStatusCode.BadRequest, $"Points[{Points[0]:N}].Paragraph", "As before."), (refused.Status, Assert.Single(refused.InvalidFields), refused.Value($"Points[{Points[0]:N}].Reason")));
        var mended = await SaveAsync(team, Points[0], ("Disposition", "Accepted"), ("PaperVersion", "3"), ("Paragraph", "2"));
        Assert.Empty(mended.Document.QuerySelectorAll(".overtaken"));
        Assert.Equal(HttpStatusCode.OK, (await ReleaseAsync(team, "clearance")).Status);

        _site.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        var heard = await anyone.GetAsync(Heard);
        Assert.NotNull(heard.Document.QuerySelector("#point-2 a[href$='/consultations/b-tech/paper/2#p2']"));
        // In the map each point stands beside what its paragraph has become in the newest version.
        foreach (var (point, paragraph) in new[] { (1, 2), (2, 3) })
        {
            var line = heard.Document.QuerySelectorAll("#fates ~ .scroll tbody tr").Single(row => row.QuerySelector($"a[href$='/consultations/b-tech/paper/3#p{paragraph}']") is not null);
            Assert.NotNull(line.QuerySelector($"a[href='#point-{point}']"));
        }
        foreach (var language in Language.All.Where(one => one.Code != "en"))
            Assert.DoesNotContain("Overtaken", (await team.GetAsync($"/{language.Code}{Responses}")).Text, StringComparison.Ordinal);
    }

    // A new paragraph comes first, and the one that was first is reworded.
    private async Task NextPaperAsync()
    {
        var second = (await _site.Host.WithAsync<ScopingPapers, PaperVersion?>(papers => papers.FindAsync(_report.ConsultationId, 2, Cancel)))!;
        await _site.Host.WithAsync<ScopingPapers, int>(papers => papers.AddNextAsync(_report.ConsultationId, second.Title, version =>
        {
            var paragraphs = new List<Paragraph> { new() { Id = Guid.NewGuid(), PaperVersionId = version, Order = 1, Number = 1, Text = LocalizedText.InEnglish("Nobody has read this sentence before: it is about grievance desks on ships.") } };
            foreach (var old in second.Paragraphs.OrderBy(one => one.Order))
                paragraphs.Add(new Paragraph
                {
                    Id = Guid.NewGuid(), PaperVersionId = version, Order = paragraphs.Count + 1, Number = old.Number + 1,
                    Text = old.Number == 1 ? LocalizedText.InEnglish($"{old.Text} This now holds for ships too.") : old.Text,
                });
            return paragraphs;
        }, Cancel));
    }

    private async Task WriteAsync(IReadOnlyList<Guid> points)
    {
        foreach (var point in points)
            Assert.Equal(ResponseResult.Done, await _site.Host.WithAsync<Record.Responses.Responses, ResponseResult>(responses =>
                responses.SaveAsync(_report, point, new ResponseDraft(Disposition.Accepted, null, null, null), null, PaperSince.Nothing, Cancel)));
    }

    private static async Task<VisitedPage> SaveAsync(FormClient staff, Guid point, params (string Name, string? Value)[] values) =>
        await staff.SubmitAsync(await staff.GetAsync(Responses), values.Select(value => ($"Points[{point:N}].{value.Name}", value.Value)), $"#r-{point:N} form");

    private static async Task<VisitedPage> ReleaseAsync(FormClient team, string second)
    {
        var password = LoadedSample.Settings["Demo__Password"];
        return await team.SubmitAsync(await team.GetAsync(Responses), [("Password", password), ("SecondEmail", $"{second}@example.org"), ("SecondPassword", password)], Form);
    }

    private Task<long> ReleasedAsync() => _site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.released_response");

    private Task<IReadOnlyList<string>> ActsAsync() =>
        _site.Host.Database.ListAsync("SELECT action FROM team.audit_entry WHERE action LIKE 'responses released%' OR action LIKE 'release of responses%' ORDER BY number");
}
