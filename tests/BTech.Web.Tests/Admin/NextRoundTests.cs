using System.Globalization;
using System.Net;
using System.Text;
using BTech.Agenda;
using BTech.Agenda.Papers;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.People.Invitations;
using BTech.Record.Sealing;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What follows a round: one like it, one announced roughly, one for late comments, and its people invited again.</summary>
public sealed class NextRoundTests : IAsyncLifetime
{
    private const string New = "/admin/consultations/b-tech/windows/new";

    private TestHost _host = null!;
    private TestWindow _first = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _first = await TestWindow.MakeAsync(_host, lateSendingMinutes: 20);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Like_TakesTheSettingsAndThePlanOfReminders_AndNoPeople()
    {
        var first = await FindAsync(1);
        Assert.Equal(ReminderProblem.None, await _host.WithAsync<ReminderBook, ReminderProblem>(book => book.AddAsync(first, first.ClosesAt.AddDays(-7), ReminderAudience.Everybody, default)));
        Assert.NotNull((await _admin.GetAsync(New)).Document.QuerySelector("a[href$='new?like=1']"));
        var form = await _admin.GetAsync($"{New}?like=1");
        Assert.Equal(("Written comments", "20", "24"), (form.Value("WindowTitle[en]"), form.Value("Dates.LateSendingMinutes"), form.Value("Dates.HoldingHours")));
        var made = await _admin.SubmitAsync(form);
        Assert.Equal("/admin/windows/b-tech/2", made.Address.AbsolutePath);
        var second = await FindAsync(2);
        Assert.True(second.OpensAt >= first.ClosesAt);
        Assert.Equal(Local(first.OpensAt).DayOfWeek, Local(second.OpensAt).DayOfWeek);
        Assert.Equal((first.PaperVersionId, first.BoxBytes, first.SmallestGroup, null), (second.PaperVersionId, second.BoxBytes, second.SmallestGroup, second.SupplementsId));
        var reminder = Assert.Single((await _host.WithAsync<ReminderBook, ReminderPlan>(book => book.PlanAsync(second, default))).Reminders);
        Assert.InRange(second.ClosesAt - reminder.DueAt, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
        Assert.Empty(await PeopleAsync(second.Id));

        // Sent twice, it makes one round and one plan.
        Assert.Equal("/admin/windows/b-tech/2", (await _admin.SubmitAsync(form)).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"{New}?like=7")).Status);
    }

    [Fact]
    public async Task Expected_IsToldInsteadOfDates_UntilTheyAreSettled()
    {
        var form = await _admin.GetAsync($"{New}?like=1");
        var refused = await _admin.SubmitAsync(form, [("Dates.Expected[fr]", "été 2027")]);
        Assert.Equal(["Dates.Expected[en]"], refused.InvalidFields);
        Assert.Equal("été 2027", refused.Value("Dates.Expected[fr]"));
        // Dates that nobody is told take no time: they may be those of another round.
        var closes = (await FindAsync(1)).ClosesAt;
        await _admin.SubmitAsync(refused, [("Dates.Expected[en]", "summer 2027"), ("Dates.Opens.Date", Day(closes.AddDays(-5))), ("Dates.Closes.Date", Day(closes.AddDays(5)))]);
        var round = await FindAsync(2);
        Assert.Equal(WindowState.Announced, round.StateAt(_host.Clock.GetUtcNow()));

        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_first.Id, window => window.Report(1, _host.Clock.GetUtcNow()), default));
        using var anyone = _host.NewVisitor();
        foreach (var (address, words) in new[] { ("/consultations/b-tech", "Expected: summer 2027"), ("/fr/consultations/b-tech", "Prévu : été 2027"), ("/", "Expected: summer 2027") })
        {
            var page = await anyone.GetAsync(address);
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(round.ClosesAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), page.Body, StringComparison.Ordinal);
        }
        Assert.Contains("Comments open", (await anyone.GetAsync("/consultations/b-tech")).Document.QuerySelector("[data-life] [aria-current=step]")!.TextContent, StringComparison.Ordinal);
        await InviteAsync(round.Id, 12);
        Assert.Contains("announced without exact dates", (await _admin.GetAsync("/admin/windows/b-tech/2/open")).Text, StringComparison.Ordinal);

        var dates = await _admin.GetAsync("/admin/windows/b-tech/2/dates");
        var settled = ("Dates.Expected[en]", ""); var french = ("Dates.Expected[fr]", "");
        var overlapping = await _admin.SubmitAsync(dates, [settled, french]);
        Assert.Contains("Round 1 has some of this time", overlapping.Text, StringComparison.Ordinal);
        await _admin.SubmitAsync(overlapping, [("Dates.Opens.Date", Day(closes.AddDays(1))), ("Dates.Closes.Date", Day(closes.AddDays(30)))]);
        Assert.Equal((null, WindowState.Scheduled), ((await FindAsync(2)).Expected, (await FindAsync(2)).StateAt(_host.Clock.GetUtcNow())));
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("summer 2027", (await anyone.GetAsync("/consultations/b-tech")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("announced without exact dates", (await _admin.GetAsync("/admin/windows/b-tech/2/open")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpeningTime_Passed_IsNotToldAsIfItWereAhead()
    {
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_first.Id, window => window.IsOpened = false, default));
        using var anyone = _host.NewVisitor();
        Assert.Contains("has not been opened yet", (await anyone.GetAsync("/consultations/b-tech")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Life_OfARound_MovesWithTheClockOnOneAddress()
    {
        using var anyone = _host.NewVisitor();
        Assert.Equal("Comments close", await NextAsync());
        await _first.CloseAsync();
        Assert.Equal("The record is sealed, at the earliest", await NextAsync());
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_first.Id, window => window.IsSealed = true, default));
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("The Summary Report is published", await NextAsync());
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_first.Id, window => window.Report(1, _host.Clock.GetUtcNow()), default));
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await NextAsync());

        async Task<string?> NextAsync() =>
            (await anyone.GetAsync("/consultations/b-tech")).Document.QuerySelector("[data-life] [aria-current=step] span")?.FirstChild?.TextContent.Trim();
    }

    [Fact]
    public async Task Supplement_FollowsASealOnly_OnTheSamePaper_AndOpensFromTheFloorOn()
    {
        Assert.Contains("Round 1 is not sealed", (await _admin.GetAsync($"{New}?supplements=1")).Text, StringComparison.Ordinal);
        var early = await _admin.GetAsync($"{New}?like=1");
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.SubmitAsync(early, [("Like", ""), ("Supplements", "1")])).Status);

        await SealUnreadAsync();
        var first = await FindAsync(1);
        // A newer version of the paper is none of its business.
        await _host.WithAsync<ScopingPapers, int>(papers => papers.AddNextAsync(first.ConsultationId, LocalizedText.InEnglish("Newer"),
            id => [new Paragraph { Id = Guid.NewGuid(), PaperVersionId = id, Order = 1, Number = 1, FocusAreaNumber = 1, Text = LocalizedText.InEnglish("Newer.") }], default));
        Assert.NotNull((await _admin.GetAsync("/admin/windows/b-tech/1")).Document.QuerySelector("a[href$='new?supplements=1']"));
        var form = await _admin.GetAsync($"{New}?supplements=1");
        Assert.Contains("never opened again", form.Text, StringComparison.Ordinal);
        var made = await _admin.SubmitAsync(form);
        Assert.Contains("Takes late comments on round 1", made.Text, StringComparison.Ordinal);
        var second = await FindAsync(2);
        Assert.Equal((first.Id, first.PaperVersionId, first.SmallestGroup), (second.SupplementsId!.Value, second.PaperVersionId, second.SmallestGroup));
        using var anyone = _host.NewVisitor();
        var publicPage = await anyone.GetAsync("/consultations/b-tech");
        Assert.Contains("Takes late comments on round 1", publicPage.Text, StringComparison.Ordinal);
        Assert.Contains("Late comments are taken by round 2", publicPage.Text, StringComparison.Ordinal);

        await InviteAsync(second.Id, 9);
        Assert.Contains("Fewer people are invited to this supplementary round", (await _admin.GetAsync("/admin/windows/b-tech/2/open")).Text, StringComparison.Ordinal);
        Assert.Equal([OpeningObstacle.TooFewForTheFloor], await _host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(
            opening => opening.OpenAsync(second.Id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default)));
        await InviteAsync(second.Id, 10);
        Assert.Equal([], await _host.WithAsync<WindowOpening, IReadOnlyList<OpeningObstacle>>(
            opening => opening.OpenAsync(second.Id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default)));

        // What is late once more belongs to the first as well.
        await _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(second.Id, window => window.IsSealed = true, default));
        await _admin.SubmitAsync(await _admin.GetAsync($"{New}?supplements=2"));
        Assert.Equal(first.Id, (await FindAsync(3)).SupplementsId);
    }

    [Fact]
    public async Task Again_InvitesEverybodyOfARoundWhoseLinkHolds_WhetherTheyWroteOrNot()
    {
        await _first.SendAsync(1, "A thought.");
        var gone = (await PeopleAsync(_first.Id)).Single(person => person.Email == "p12@example.org");
        await _host.WithAsync<InvitationList>(list => list.RevokeAsync(gone.InvitationId, default));
        var quiet = (await PeopleAsync(_first.Id)).Single(person => person.Email == "p11@example.org");
        await _host.WithAsync<InvitationList>(list => list.EndRemindersAsync(quiet.InvitationId, ends: true, default));
        await _admin.SubmitAsync(await _admin.GetAsync($"{New}?like=1"));
        var second = await FindAsync(2);
        await InviteAsync(second.Id, 2, address: "P");

        const string Again = "/admin/windows/b-tech/2/people/again";
        Assert.NotNull((await _admin.GetAsync("/admin/windows/b-tech/2/people")).Document.QuerySelector($"a[href$='{Again}']"));
        var form = await _admin.GetAsync(Again);
        Assert.Contains("9 people who are not invited yet", form.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await _admin.SubmitAsync(form, [("From", "7")])).InvalidFields);
        var done = await _admin.SubmitAsync(form, [("From", "1")]);
        Assert.Contains("9 people are invited again", done.Text, StringComparison.Ordinal);
        Assert.Contains("No earlier round", done.Text, StringComparison.Ordinal);
        Assert.Contains("0 people are invited again", (await _admin.SubmitAsync(form, [("From", "1")])).Text, StringComparison.Ordinal);
        var people = await PeopleAsync(second.Id);
        Assert.Equal(Enumerable.Range(1, 11).Select(number => $"p{number}@example.org").Order(), people.Select(person => person.Email.ToLowerInvariant()).Order());
        Assert.All(people, person => Assert.False(person.IsLive));
        // Whoever has ended reminders is left in peace in the next round too.
        Assert.Equal([quiet.ParticipantId.ToString()], await _host.Database.ListAsync($"SELECT participant_id::text FROM people.invitation WHERE window_id = '{second.Id}' AND wants_no_reminders"));
        Assert.Empty(Directory.Exists(_host.MailFolder) ? Directory.GetFiles(_host.MailFolder) : []);

        // Not of a round that somebody else administers.
        await new Crew(_host).AddAsync("second", second.Id, StaffRole.Administrator);
        await InviteAsync(_first.Id, 20, from: 13);
        using var theirs = await new Crew(_host).SignInAsync("second");
        Assert.Contains("No earlier round", (await theirs.GetAsync(Again)).Text, StringComparison.Ordinal);
    }

    // Nobody has written: the shortest way to a seal. The clock has moved on, so the administrator signs in again.
    private async Task SealUnreadAsync()
    {
        await _first.CloseAsync();
        _host.Clock.Advance(TimeSpan.FromHours(25));
        await _host.WithAsync<WindowSealing>(sealing => sealing.SealAsync(_first.Id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default));
        Assert.True((await _host.WithAsync<WindowSealing, SealOutcome>(
            sealing => sealing.DestroyUnreadAsync(_first.Id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default))).IsSealed);
        _admin.Dispose();
        _admin = await new Crew(_host).SignInAsync("administrator");
    }

    private async Task<CommentWindow> FindAsync(int number) => (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName("b-tech", number), default)))!;

    private Task<IReadOnlyList<InvitedPerson>> PeopleAsync(Guid window) => _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(window, default));

    // Of those who are invited already nobody is invited twice.
    private async Task InviteAsync(Guid window, int upTo, string address = "p", int from = 1)
    {
        var known = (await PeopleAsync(window)).Select(person => person.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var csv = new StringBuilder("name,role,organisation,group,email,language\n");
        for (var number = from; number <= upTo; number++)
            if (!known.Contains($"p{number}@example.org"))
                csv.AppendLine(CultureInfo.InvariantCulture, $"Person {number},Role,Example {number},companies,{address}{number}@example.org,en");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        Assert.Empty((await _host.WithAsync<InvitationImport, ImportReport>(import => import.ReadAsync(window, file, ["companies"], save: true, default))).Problems);
    }

    // As the form reads it, whatever the time of day at which the tests run.
    private static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));

    private static string Day(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
