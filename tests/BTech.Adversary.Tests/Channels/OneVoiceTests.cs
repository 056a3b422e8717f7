using System.Net;
using BTech.Adversary.Tests.Scenarios;
using BTech.People.Invitations;
using BTech.Testing;

namespace BTech.Adversary.Tests.Channels;

/// <summary>Whoever was invited has one voice, however often and from however many browsers at once it is raised; nobody else has any.</summary>
public sealed class OneVoiceTests
{
    private static (int People, int AtOnce) Size => ScenarioSize.IsFull ? (20, 50) : (11, 10);

    [Fact]
    [Invariant(17, 18)]
    public async Task Send_ManyTimesAtOnce_MakesOneContributorEach()
    {
        await using var host = await TestHost.StartAsync();
        var people = await InvitedPeople.OpenAsync(host, Size.People + 1, ["companies", "states"]);
        var attempts = new List<Task<HttpStatusCode>>();
        var visitors = new List<FormClient>();
        for (var person = 0; person < Size.People; person++)
        {
            using var first = await people.EnterAsync(person);
            await InvitedPeople.TypeAsync(first, $"ZQ{person:000}QZ");
            // Two browsers of the same person, the same form in both.
            for (var browser = 0; browser < 2; browser++)
            {
                var visitor = await people.EnterAsync(person);
                visitors.Add(visitor);
                var page = await visitor.GetAsync("/participate/check");
                for (var attempt = 0; attempt < Size.AtOnce / 2; attempt++) attempts.Add(StatusAsync(visitor, page));
            }
        }
        var statuses = await Task.WhenAll(attempts);
        visitors.ForEach(visitor => visitor.Dispose());
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Conflict, $"{status}"));

        // From a fresh browser one can still change, and somebody withdraws.
        using (var again = await people.EnterAsync(0))
        {
            await InvitedPeople.TypeAsync(again, "ZQchangedQZ");
            await again.SubmitAsync(await again.GetAsync("/participate/check"), button: "button[value=send]");
        }
        using (var leaver = await people.EnterAsync(Size.People - 1)) await leaver.SubmitAsync(await leaver.GetAsync("/participate/withdraw"));

        var before = await host.Database.ListAsync("SELECT encode(box, 'hex') FROM record.box ORDER BY 1");
        using (var nobody = host.NewVisitor())
        {
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/participate/{InvitationCode.Mint()}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/participate/focus-areas/1")).Status);
            foreach (var address in new[] { "/participate/check", "/participate/focus-areas/1", "/participate/withdraw", "/participate/overall" })
                Assert.InRange((int)(await nobody.PostAsync(address, [new("Text", "a stranger's"), new("Then", "send")])).Status, 400, 499);
        }
        Assert.Equal(before, await host.Database.ListAsync("SELECT encode(box, 'hex') FROM record.box ORDER BY 1"));

        Assert.True((await people.SealAsync()).IsSealed);
        var texts = await host.Database.ListAsync("SELECT text FROM record.sealed_input ORDER BY text");
        Assert.Equal(Enumerable.Range(1, Size.People - 2).Select(person => $"ZQ{person:000}QZ").Append("ZQchangedQZ"), texts);
        Assert.Equal(["1"], await host.Database.ListAsync("SELECT DISTINCT count(*) FROM record.sealed_input GROUP BY contributor_id"));
        Assert.Equal([$"{Size.People - 1}"], await host.Database.ListAsync("SELECT count(*) FROM record.contributor"));

        // One moment later nothing is taken any more.
        using var late = await people.EnterAsync(1);
        Assert.Null((await late.GetAsync("/participate/focus-areas/1")).Document.QuerySelector("textarea"));
        Assert.Equal(texts, await host.Database.ListAsync("SELECT text FROM record.sealed_input ORDER BY text"));
    }

    private static async Task<HttpStatusCode> StatusAsync(FormClient visitor, VisitedPage page) => (await visitor.SubmitAsync(page, button: "button[value=send]")).Status;
}
