using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Mail;
using BTech.Web.Tests.Participate;
using Npgsql;

namespace BTech.Web.Tests.Jobs;

/// <summary>Reminders go out at their date, once, to their audience, and not after closing.</summary>
public sealed class ReminderJobTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _made = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _made = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Run_BeforeAtAndAfterTheDate_SendsOnce()
    {
        await PlanAsync(daysFromNow: 7);
        await _host.RunAsync<ReminderJob>();
        Assert.Empty(await SentAsync());

        _host.Clock.Advance(TimeSpan.FromDays(7));
        await _host.RunAsync<ReminderJob>();
        await _host.RunAsync<ReminderJob>();
        var letters = await SentAsync();
        Assert.Equal(12, letters.Select(letter => letter.Address).Distinct().Count());
        Assert.Equal(12, letters.Count);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.RunAsync<ReminderJob>();
        Assert.Empty(await SentAsync());
        Assert.Equal(ReminderStanding.GoneOut, Assert.Single(await StandingsAsync()));

        using var visitor = _host.NewVisitor();
        foreach (var code in new[] { CodeIn(letters.Single(letter => letter.Address == "p1@example.org")), _made.Code })
            Assert.Equal("You are invited to comment", (await visitor.GetAsync($"/participate/{code}")).Heading);
    }

    [Fact]
    public async Task Run_OnTwoNodesAtOnce_SendsOnce()
    {
        await PlanAsync(daysFromNow: 1);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await using var other = await TestHost.StartAsync(_host.Database);
        other.Clock.SetUtcNow(_host.Clock.GetUtcNow());

        await Task.WhenAll(_host.RunAsync<ReminderJob>(), other.RunAsync<ReminderJob>(), _host.RunAsync<ReminderJob>(), other.RunAsync<ReminderJob>());

        Assert.Equal(12, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    [Fact]
    public async Task Run_CutOffBeforeItSaidSo_DoesNotSendAgainAndSaysItThen()
    {
        await PlanAsync(daysFromNow: 1);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        // What the job does, without its last step; the letters go out meanwhile.
        await TakeAndQueueAsync();
        Assert.Equal(12, (await SentAsync()).Count);
        Assert.Equal(ReminderStanding.Planned, Assert.Single(await StandingsAsync()));

        await _host.RunAsync<ReminderJob>();

        Assert.Empty(await SentAsync());
        Assert.Equal(ReminderStanding.GoneOut, Assert.Single(await StandingsAsync()));
    }

    [Fact]
    public async Task Run_CutOffBetweenTwoLetters_SendsAllOfThemThen()
    {
        await PlanAsync(daysFromNow: 1);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        // Five letters in, the database goes away.
        await using (var connection = new NpgsqlConnection(_host.Database.Owner))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, """
                CREATE FUNCTION people.cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                  IF (SELECT count(*) FROM people.outbox) >= 5 THEN RAISE EXCEPTION 'cut off'; END IF; RETURN NEW; END $$;
                ALTER FUNCTION people.cut_off() SECURITY DEFINER;
                CREATE TRIGGER cut_off BEFORE INSERT ON people.outbox FOR EACH ROW EXECUTE FUNCTION people.cut_off();
                """);
            await Assert.ThrowsAnyAsync<Exception>(() => _host.RunAsync<ReminderJob>());
            await ExecuteAsync(connection, "DROP TRIGGER cut_off ON people.outbox");
        }
        Assert.Empty(await SentAsync());

        await _host.RunAsync<ReminderJob>();

        Assert.Equal(12, (await SentAsync()).Select(letter => letter.Address).Distinct().Count());
    }

    [Fact]
    public async Task Taken_IsNeitherChangedNorRemovedAnyMore()
    {
        await PlanAsync(daysFromNow: 1);
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await TakeAndQueueAsync();
        var window = await WindowAsync();
        var id = (await PlanAsync()).Reminders[0].Id;

        Assert.Equal(ReminderProblem.NoLongerPlanned, await _host.WithAsync<ReminderBook, ReminderProblem>(book => book.ChangeAsync(window, id, window.ClosesAt.AddDays(-1), ReminderAudience.Everybody, default)));
        Assert.Equal(ReminderProblem.NoLongerPlanned, await _host.WithAsync<ReminderBook, ReminderProblem>(book => book.RemoveAsync(window, id, default)));
    }

    [Fact]
    public async Task Run_DownForThreeDays_SendsLateWhileItIsOfUse()
    {
        await PlanAsync(daysFromNow: 7);
        _host.Clock.Advance(TimeSpan.FromDays(10));

        await _host.RunAsync<ReminderJob>();

        Assert.Contains("There are 18 days left", (await SentAsync())[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DownAcrossTwoDates_TellsEverybodyOnce()
    {
        await PlanAsync(daysFromNow: 7);
        await PlanAsync(daysFromNow: 9);
        _host.Clock.Advance(TimeSpan.FromDays(10));

        await _host.RunAsync<ReminderJob>();
        await _host.RunAsync<ReminderJob>();

        Assert.Equal(12, (await SentAsync()).Count);
        Assert.Equal([ReminderStanding.PassedOver, ReminderStanding.GoneOut], await StandingsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_AfterClosing_SendsNothing(bool early)
    {
        await PlanAsync(daysFromNow: 7);
        if (early)
        {
            await _made.CloseEarlyAsync();
            _host.Clock.Advance(TimeSpan.FromDays(8));
        }
        else
        {
            await _made.CloseAsync();
        }

        await _host.RunAsync<ReminderJob>();

        Assert.Empty(await SentAsync());
        Assert.Equal(ReminderStanding.NotSent, Assert.Single(await StandingsAsync()));
    }

    [Fact]
    public async Task MailServer_DownUntilClosing_TheLettersAreThrownAway()
    {
        await PlanAsync(daysFromNow: 7);
        _host.Clock.Advance(TimeSpan.FromDays(7));
        await _host.RunAsync<ReminderJob>();
        await _made.CloseAsync();

        await _host.RunAsync<MailJob>();

        Assert.False(Directory.Exists(_host.MailFolder) && Directory.EnumerateFiles(_host.MailFolder).Any());
        Assert.Equal(0, await _host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    [Fact]
    public async Task Run_ForAGroup_ReachesThatGroup()
    {
        await PlanAsync(daysFromNow: 7, ReminderAudience.OfGroup("companies"));
        _host.Clock.Advance(TimeSpan.FromDays(7));

        await _host.RunAsync<ReminderJob>();

        Assert.Equal(Enumerable.Range(1, 6).Select(person => $"p{person}@example.org"), (await SentAsync()).Select(letter => letter.Address).Order());
    }

    [Fact]
    public async Task Run_NotOpenedYet_SendsNothing()
    {
        await using var host = await TestHost.StartAsync();
        var window = await TestWindow.MakeAsync(host, opened: false);
        var found = (await host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(window.Id, default)))!;
        Assert.Equal(ReminderProblem.None, await host.WithAsync<ReminderBook, ReminderProblem>(book => book.AddAsync(found, host.Clock.GetUtcNow().AddDays(1), ReminderAudience.Everybody, default)));
        host.Clock.Advance(TimeSpan.FromDays(2));

        await host.RunAsync<ReminderJob>();

        Assert.Equal(0, await host.WithAsync<Outbox, int>(outbox => outbox.WaitingAsync(default)));
    }

    private async Task PlanAsync(int daysFromNow, ReminderAudience? audience = null)
    {
        var window = await WindowAsync();
        Assert.Equal(ReminderProblem.None, await _host.WithAsync<ReminderBook, ReminderProblem>(
            book => book.AddAsync(window, _host.Clock.GetUtcNow().AddDays(daysFromNow), audience ?? ReminderAudience.Everybody, default)));
    }

    private async Task TakeAndQueueAsync()
    {
        var (window, reminder) = Assert.Single(await _host.WithAsync<ReminderBook, IReadOnlyList<(CommentWindow, Reminder)>>(book => book.TakeDueAsync(default)));
        await _host.WithAsync<ReminderLetters>(letters => letters.QueueAsync(window, reminder, _host.Clock.GetUtcNow(), default));
    }

    private async Task<List<Letter>> SentAsync()
    {
        var letters = new List<Letter>();
        await _host.WithAsync<Outbox>(async outbox =>
        {
            while (await outbox.TakeAsync((letter, _) => { letters.Add(letter); return Task.CompletedTask; }, default) == Taken.Sent) { }
        });
        return letters;
    }

    private async Task<IEnumerable<ReminderStanding>> StandingsAsync()
    {
        var plan = await PlanAsync();
        return plan.Reminders.Select(reminder => plan.StandingOf(reminder, _host.Clock.GetUtcNow()));
    }

    private async Task<ReminderPlan> PlanAsync()
    {
        var window = await WindowAsync();
        return await _host.WithAsync<ReminderBook, ReminderPlan>(book => book.PlanAsync(window, default));
    }

    private async Task<CommentWindow> WindowAsync() => (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_made.Id, default)))!;

    private static string CodeIn(Letter letter) => letter.Text.Split('\n').Single(line => line.StartsWith("http://localhost/participate/", StringComparison.Ordinal))["http://localhost/participate/".Length..];

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
