using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Settings;
using BTech.Web.Tests.Admin;
using BTech.Web.Tests.Participate;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Mail;

/// <summary>
/// Invitations go out once each, in no order, through a mail server that fails in every way, on two nodes at once; no page notices. What SMTP leaves
/// undecided, a letter taken whose reply is lost, comes twice under one message id, and nothing else does. Five thousand in the long form.
/// </summary>
public sealed class FailingMailServerTests
{
    private static readonly int People = Environment.GetEnvironmentVariable("TEST_FULL") == "1" ? 5_000 : 300;

    [Fact]
    public async Task Invitations_ServerFailsInEveryWay_GoOutOnceEach()
    {
        var offered = new ConcurrentDictionary<string, int>();
        await using var sink = MailSink.Shut(to => MannerOf(NumberOf(to), offered.AddOrUpdate(to, 1, (_, times) => times + 1)));
        await using var host = await StartAsync(sink);
        var window = await InviteAsync(host);
        Assert.Equal(People, await host.WithAsync<InvitationLetters, int>(letters => letters.SendAsync(window, default)));

        // It is not there at all; then it lets nobody in; then it does not take our sender's address.
        await host.RunAsync<MailJob>();
        await NobodyNoticesAsync(host);
        sink.Open();
        sink.Closed = "421 4.3.2 too busy";
        await LaterAsync(host);
        (sink.Closed, sink.SenderAnswer) = (null, "550 5.7.1 not you");
        await LaterAsync(host);
        Assert.StartsWith("550 ", (await host.WithAsync<MailServer, MailServerTrouble?>(server => Task.FromResult(server.Trouble)))!.Answer, StringComparison.Ordinal);
        Assert.Equal((People, 0), (await WaitingAsync(host), await TroubledAsync(host, window)));
        Assert.Empty(sink.Taken);
        sink.SenderAnswer = null;
        for (var rounds = 0; await WaitingAsync(host) > 0; rounds++)
        {
            Assert.True(rounds < 200, $"{await WaitingAsync(host)} letters never go out");
            await LaterAsync(host);
        }

        var refused = Enumerable.Range(0, People).Where(IsRefused).ToHashSet();
        var taken = sink.Taken.Select(letter => (Person: NumberOf(letter.To), Id: MailSink.IdOf(letter.Message))).ToList();
        Assert.Equal(Enumerable.Range(0, People).Except(refused), taken.Select(letter => letter.Person).Distinct().Order());
        // To each person one letter, and each once but for those of which we were never told.
        Assert.All(taken.GroupBy(letter => letter.Person), letters => Assert.Single(letters.Select(letter => letter.Id).Distinct()));
        var unconfirmed = sink.Unconfirmed.ToHashSet();
        Assert.NotEmpty(unconfirmed);
        Assert.All(taken.GroupBy(letter => letter.Id), letters => Assert.Equal(unconfirmed.Contains(letters.Key) ? 2 : 1, letters.Count()));
        Assert.True(Math.Abs(RankCorrelation(taken.Select(letter => letter.Person).Distinct().ToList())) < 0.4, "The order of sending follows the list.");

        var trouble = await host.WithAsync<Outbox, IReadOnlyList<DeliveryTrouble>>(outbox => outbox.TroubleAsync(window.Id, default));
        Assert.Equal(refused.Count, trouble.Count);
        Assert.All(trouble, one => Assert.Equal(DeliveryStanding.Refused, one.Standing));
        var visitor = await new Crew(host).NewAsync("admin", StaffRole.Administrator);
        var page = await visitor.GetAsync("/admin/windows/b-tech/1/people");
        Assert.Equal(refused.Count, page.Document.QuerySelectorAll("td .tag.bad").Length);
        Assert.Contains("550 5.1.1", page.Text, StringComparison.Ordinal);

        // Another letter to those, once the addresses are good.
        foreach (var person in refused) offered[AddressOf(person)] = 99;
        await visitor.SubmitAsync(page, form: "#again");
        Assert.Equal(refused.Count, await WaitingAsync(host));
        Assert.Equal(0, await TroubledAsync(host, window));
    }

    private static bool IsRefused(int person) => person % 60 == 17;

    /// <summary>What happens to this person's letter when it is offered for the n-th time.</summary>
    private static Manner MannerOf(int person, int time)
    {
        if (time >= 99) return Manner.Takes;
        if (IsRefused(person)) return person % 120 == 17 ? Manner.RefusesRecipient : Manner.RefusesLetter;
        Manner[] first = person % 100 == 3 && person < 1000 ? [Manner.NeverAnswers]
            : person % 100 == 9 ? [Manner.TakesLeave]
            : (person % 12) switch
            {
                4 => [Manner.DropsAtRecipient],
                5 => [Manner.DropsDuringData],
                6 => [Manner.TakesAndDropsBeforeTheReply],
                7 => [Manner.AsksForLaterAtRecipient],
                8 => [Manner.AsksForLaterAfterData],
                10 => [Manner.AsksForLaterAtRecipient, Manner.DropsDuringData],
                11 => [Manner.DropsAtRecipient, Manner.AsksForLaterAfterData, Manner.DropsDuringData],
                _ => [],
            };
        return time <= first.Length ? first[time - 1] : Manner.Takes;
    }

    private static Task<TestHost> StartAsync(MailSink sink) => TestHost.StartAsync(
        settings: new Dictionary<string, string>
        {
            ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture), ["Mail__From"] = "from@example.org",
        },
        services: services => services.AddSingleton(provider => new Postman(
            provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<DataSettings>(), provider.GetRequiredService<SiteSettings>()) { Patience = TimeSpan.FromSeconds(2) }));

    private static async Task<CommentWindow> InviteAsync(TestHost host)
    {
        var made = await TestWindow.MakeAsync(host);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var person = 0; person < People; person++)
            csv.Append(CultureInfo.InvariantCulture, $"Name {person},Role,Org {person % 40},{(person % 2 == 0 ? "companies" : "civil-society")},{AddressOf(person)},en\n");
        await host.WithAsync<InvitationImport>(async import =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
            Assert.Empty((await import.ReadAsync(made.Id, file, ["companies", "civil-society"], save: true, default)).Problems);
        });
        return (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(made.Id, default)))!;
    }

    private static async Task NobodyNoticesAsync(TestHost host)
    {
        Assert.NotNull(await host.WithAsync<MailServer, MailServerTrouble?>(server => Task.FromResult(server.Trouble)));
        using var visitor = host.NewVisitor();
        foreach (var address in new[] { "/", "/consultations/b-tech", "/participate/enter", "/account/login" })
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
    }

    // Two nodes at once.
    private static Task LaterAsync(TestHost host)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        return Task.WhenAll(host.RunAsync<MailJob>(), host.RunAsync<MailJob>());
    }

    private static Task<int> WaitingAsync(TestHost host) => host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default));

    private static async Task<int> TroubledAsync(TestHost host, CommentWindow window) =>
        (await host.WithAsync<Outbox, IReadOnlyList<DeliveryTrouble>>(outbox => outbox.TroubleAsync(window.Id, default))).Count;

    private static string AddressOf(int person) => FormattableString.Invariant($"n{person}@example.org");

    private static int NumberOf(string address) => int.Parse(address[1..address.IndexOf('@', StringComparison.Ordinal)], CultureInfo.InvariantCulture);

    private static double RankCorrelation(List<int> order)
    {
        var ranks = order.Order().Select((person, rank) => (person, rank)).ToDictionary(one => one.person, one => one.rank);
        double n = order.Count, squares = order.Select((person, place) => Math.Pow(ranks[person] - place, 2)).Sum();
        return 1 - (6 * squares / (n * ((n * n) - 1)));
    }
}
