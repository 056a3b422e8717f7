using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BTech.Adversary.Tests.Scenarios;
using BTech.People.Mail;
using BTech.Record.Boxes;
using BTech.Testing;
using BTech.Web.Jobs;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// A question to one author, whether a passage may be quoted. Whoever reads everybody's mail, looks over everybody's shoulder, watches the line or holds the
/// People side learns neither that there is one nor whose it is: only code and text together show it, on a page as heavy as any other.
/// </summary>
public sealed partial class QuestionTests : IAsyncLifetime
{
    private const int Authors = 11;
    private const int Asked = 3;
    private const int NotAsked = 4;
    private const int NeverWrote = 11;

    private readonly List<string> _codes = [];
    private TestHost _host = null!;
    private InvitedPeople _people = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _people = await InvitedPeople.OpenAsync(_host, Authors + 1, ["companies"]);
        for (var person = 0; person < Authors; person++) _codes.Add(await _people.SendAsync(person, Text(person)));
        Assert.True((await _people.SealAsync()).IsSealed);
        await _host.Database.ExecuteAsync("UPDATE record.sealed_input SET permission = 1");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Invariant(20)]
    public async Task Question_ToOneAuthor_ChangesNothingThatAnybodyElseCanSee()
    {
        var before = await SeenAsync();
        var people = await PeopleSideAsync();
        await QuestionAsync();
        foreach (var (person, answer) in new[] { (Asked, "allow"), (NotAsked, "allow"), (Asked, "refuse") })
        {
            using var author = _host.NewVisitor();
            var page = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[person]), ("Text", Text(person))]);
            await author.SubmitAsync(page, [("Then", answer)]);
        }
        // Letters go out, answers take effect, and still nothing of it shows.
        await _host.RunAsync<ReleaseJob>();
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(people, await PeopleSideAsync());
        Assert.Equal(before, await SeenAsync());
    }

    /// <summary>One length and one look for who is asked, who is not, who has another text of the same window, and who has no code.</summary>
    [Fact]
    [Invariant(20)]
    public async Task Answers_WithAndWithoutAQuestion_WeighTheSame()
    {
        await QuestionAsync();
        var seen = new List<VisitedPage>();
        foreach (var (code, text) in new[] { (_codes[Asked], Text(Asked)), (_codes[NotAsked], Text(NotAsked)), (_codes[NotAsked], Text(Asked)), (_codes[Asked], Text(NotAsked)), (FollowUpCode.New().ToString()!, Text(Asked)) })
        {
            using var author = _host.NewVisitor();
            seen.Add(await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", code), ("Text", text)]));
        }
        Assert.NotNull(seen[0].Document.QuerySelector("#question"));
        Assert.All(seen.Skip(1), page => Assert.Null(page.Document.QuerySelector("#question")));
        Assert.All(seen, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(seen.Select(page => Encoding.UTF8.GetByteCount(page.Body)).Distinct());
        Assert.All(seen, page => Assert.False(page.Headers.Contains("Set-Cookie")));
    }

    private static string Text(int person) => $"ZQ{(char)('a' + person)}QZ words of theirs";

    // Everything that pages show without code and text: to anybody, and to three of those invited by their personal links.
    private async Task<List<string>> SeenAsync()
    {
        var seen = new List<string>();
        foreach (var address in new[] { "/", "/follow-up", "/reports", "/about/rule" })
        {
            using var visitor = _host.NewVisitor();
            seen.Add(Fixed(await visitor.GetAsync(address)));
        }
        foreach (var person in new[] { Asked, NotAsked, NeverWrote })
        {
            using var invited = _host.NewVisitor();
            var door = await invited.GetAsync($"/participate/{_people.Codes[person]}");
            seen.Add(Fixed(door).Replace(_people.Codes[person], "", StringComparison.Ordinal));
        }
        return seen;
    }

    // Without what is random in every page.
    private static string Fixed(VisitedPage page) => Random().Replace(page.Document.QuerySelector("main")!.InnerHtml, "");

    private async Task<List<string>> PeopleSideAsync()
    {
        var rows = new List<string>();
        foreach (var table in await _host.Database.ListAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'people' ORDER BY 1"))
            rows.AddRange(await _host.Database.ListAsync($"SELECT '{table} ' || t.xmin || ' ' || t::text FROM people.\"{table}\" t ORDER BY 1"));
        return rows;
    }

    // As the team's page stores it.
    private Task QuestionAsync() => _host.Database.ExecuteAsync($"""
        INSERT INTO record.quotation (id, input_id, start, "end", hash, is_released) SELECT gen_random_uuid(), id, 0, 11, sha256('x'), false FROM record.sealed_input WHERE text = '{Text(Asked)}'
        """);

    [GeneratedRegex("value=\"[^\"]{20,}\"")]
    private static partial Regex Random();
}
