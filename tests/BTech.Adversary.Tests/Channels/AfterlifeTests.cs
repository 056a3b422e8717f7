using BTech.Adversary.Tests.Scenarios;
using BTech.Agenda;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Record.FollowUp;
using BTech.Record.Inputs;
using BTech.Testing;
using BTech.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Adversary.Tests.Channels;

/// <summary>
/// What happens to a record after its seal: codes withdraw and are burnt, passages are hidden, and on their days people, ties between texts and
/// hidden words are erased. Whoever then takes tables, dead rows, the server's files and the site's finds nothing of it, nor what belonged together.
/// </summary>
public sealed class AfterlifeTests
{
    private const int Authors = 14;
    private const string HiddenWords = "ZQhiddenQZ";

    [Fact]
    [LeakChannel(3, 10)]
    public async Task Record_AfterItsErasures_HoldsNothingOfWhatWentNorOfWhatBelongedTogether()
    {
        await using var host = await TestHost.StartAsync();
        var people = await InvitedPeople.OpenAsync(host, Authors, ["companies", "states"]);
        var codes = new List<string>();
        for (var person = 0; person < Authors; person++) codes.Add(await people.SendAsync(person, $"{Mark(person)} {(person == 3 ? HiddenWords : "words")} of theirs, and more"));
        Assert.True((await people.SealAsync()).IsSealed);
        var contributors = await host.Database.ListAsync("SELECT id FROM record.contributor");
        var lookups = await host.Database.ListAsync("SELECT encode(lookup_hash, 'hex') FROM record.input_lookup");

        // Two withdraw and two burn their codes; all four take effect in one transaction.
        foreach (var (person, request) in new[] { (0, FollowUpRequest.Withdraw), (1, FollowUpRequest.Burn), (4, FollowUpRequest.Withdraw), (5, FollowUpRequest.Burn) })
            Assert.True(await host.WithAsync<Requests, bool>(requests => requests.AskAsync(FollowUpCode.TryParse(codes[person], out var code) ? code : throw new InvalidOperationException(), request, Cancel)));
        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.RunAsync<ReleaseJob>();
        Assert.Equal(["2"], await host.Database.ListAsync("SELECT count(*) FROM record.withdrawal"));
        foreach (var table in new[] { "withdrawal", "input_lookup", "request_box" })
            Assert.Single(await host.Database.ListAsync($"SELECT DISTINCT xmin::text FROM record.{table}"));
        Assert.Equal($"{Authors - 2}", (await host.Database.ListAsync($"SELECT count(*) FROM record.input_lookup WHERE encode(lookup_hash, 'hex') IN ('{string.Join("','", lookups)}')"))[0]);

        // The team hides a word and sets a text aside.
        var somebody = new StaffId(Guid.NewGuid());
        var hidden = await InputAsync(3);
        await host.WithAsync<Review, ReviewResult>(review => review.MaskAsync(hidden.Id, Mark(3).Length + 1, Mark(3).Length + 1 + HiddenWords.Length, "a name", somebody, Cancel));
        await host.WithAsync<Review, ReviewResult>(async review => await review.SetAsideAsync((await InputAsync(2)).Id, SetAsideReasons.Hostile, somebody, Cancel));

        var window = (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(people.Window, Cancel)))!;
        host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Of(window).People));
        await host.RunAsync<RetentionJob>();
        var named = Enumerable.Range(0, Authors).SelectMany(person => new[] { InvitedPeople.Name(person), InvitedPeople.Email(person) }).ToList();
        Assert.Empty(Within(await CollectAsync(), named));

        host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Of(window).Texts));
        await host.RunAsync<RetentionJob>();
        var last = await CollectAsync();
        Assert.Empty(Within(last, [Mark(0), Mark(4), Mark(2), HiddenWords]));
        Assert.Empty(Within(last, contributors));
        foreach (var table in last.Tables) Assert.DoesNotContain(table.Rows.SelectMany(row => row), value => value is not null && lookups.Contains(Convert.ToHexStringLower(value)));
        // What nobody took back stays, and no column puts two of the texts together.
        Assert.All(Enumerable.Range(5, Authors - 5), person => Assert.NotEmpty(Within(last, [Mark(person)])));
        Assert.Equal(["0"], await host.Database.ListAsync("SELECT (SELECT count(*) FROM record.contributor) + (SELECT count(contributor_id) FROM record.sealed_input) + (SELECT count(*) FROM record.input_lookup)"));
        foreach (var table in new[] { "sealed_input", "withdrawal" })
            Assert.InRange((await host.Database.ListAsync($"SELECT DISTINCT xmin::text FROM record.{table}")).Count, 0, 1);

        async Task<ReadableInput> InputAsync(int person) =>
            (await host.WithAsync<InputList, InputPage>(inputs => inputs.PageAsync(somebody, people.Window, new InputFilter { Contains = Mark(person) }))).Items.Single();

        Task<Artefacts> CollectAsync() => Artefacts.CollectAsync(host.Database.Superuser, [host.Folder], []);
    }

    // Letters that were sent are in the hands of the mail system, and the log of changes goes when it is written over: both are said in docs/anonymity.md.
    private static IReadOnlyList<string> Within(Artefacts artefacts, IReadOnlyList<string> words) =>
        [.. artefacts.Find(words).Where(place => !place.Contains("/pg_wal/", StringComparison.Ordinal) && !place.Contains("/mail/", StringComparison.Ordinal))];

    private static string Mark(int person) => $"ZQ{person:000}QZ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
