using System.Globalization;
using System.Net;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>A round's life as administrators see it: opened, extended, closed early, sealed by two persons.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private const string Round = "/admin/windows/b-tech/1";

    private TestHost _host = null!;
    private Crew _crew = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        await _crew.AddAsync("clearance", null, StaffRole.Clearance);
        await _crew.AddAsync("moderator", null, StaffRole.Moderator);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Admin_NothingYet_SaysSo()
    {
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var page = await visitor.GetAsync("/admin");
        Assert.Equal("Administration", page.Heading);
        Assert.Contains("There is no consultation yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TwoPersons_OpensAndAuthorisesTheSeal()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/open");
        Assert.Contains("12 invitations", form.Text, StringComparison.Ordinal);

        Assert.Equal(["KeyLoss", "KeyLoss", "Password", "SecondEmail", "SecondPassword"], (await visitor.SubmitAsync(form)).InvalidFields);
        Assert.Equal(["KeyLoss", "KeyLoss"], (await visitor.SubmitAsync(form, Crew.Signed("clearance"))).InvalidFields);
        Assert.Equal(["SecondEmail"], (await visitor.SubmitAsync(form, Accepting("administrator"))).InvalidFields);
        Assert.Equal(["SecondEmail"], (await visitor.SubmitAsync(form, Accepting("moderator"))).InvalidFields);
        Assert.Equal(["SecondEmail"], (await visitor.SubmitAsync(form, Accepting("clearance", secondPassword: "a wrong guess 1"))).InvalidFields);
        Assert.Equal(["Password"], (await visitor.SubmitAsync(form, Accepting("clearance", password: "a wrong guess 1"))).InvalidFields);
        Assert.False((await WindowAsync()).IsOpened);

        var opened = await visitor.SubmitAsync(form, Accepting("clearance"));
        Assert.Equal(Round, opened.Address.AbsolutePath);
        Assert.Contains("administrator@example.org · clearance@example.org", opened.Text, StringComparison.Ordinal);
        Assert.True((await WindowAsync()).IsOpened);

        var again = await visitor.SubmitAsync(form, Accepting("clearance"));
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("It has been opened already", again.Text, StringComparison.Ordinal);
        var lines = await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 20, default));
        Assert.Contains(lines, line => line is { Action: "window opened, loss of the keys accepted, second person", Subject: "b-tech/1", Who: "clearance@example.org" });
    }

    [Fact]
    public async Task Open_WithTheKeyInHalves_OpensOnceBothAreTypedBack()
    {
        var window = await TestWindow.MakeAsync(_host, opened: false);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/open");
        var printed = await visitor.SubmitAsync(form, [("KeyLoss", "halves"), .. Crew.Signed("clearance")]);
        var (first, second) = (Half(printed, "first"), Half(printed, "second"));
        Assert.False((await WindowAsync()).IsOpened);

        // A slip, halves of two prints, and a form that somebody else sends: the window stays closed, and what was typed stands.
        var slip = await visitor.SubmitAsync(printed, [("FirstHalf", first[..^1]), ("SecondHalf", second)], "#typed");
        Assert.Equal(["FirstHalf"], slip.InvalidFields);
        Assert.Equal(first[..^1], slip.Value("FirstHalf"));
        Assert.Empty(slip.Document.QuerySelectorAll("[data-half]"));
        var again = await visitor.SubmitAsync(form, [("KeyLoss", "halves"), .. Crew.Signed("clearance")]);
        Assert.NotEqual(first, Half(again, "first"));
        Assert.Equal(["SecondHalf"], (await visitor.SubmitAsync(again, [("FirstHalf", first), ("SecondHalf", Half(again, "second"))], "#typed")).InvalidFields);
        using var other = await _crew.NewAsync("another", StaffRole.Administrator);
        var theirs = await other.SubmitAsync(await other.GetAsync($"{Round}/open"), [("KeyLoss", "halves"), .. Crew.Signed("clearance")]);
        Assert.Contains("Sign again", (await other.SubmitAsync(theirs, [("Signatures", printed.Value("Signatures")), ("FirstHalf", first), ("SecondHalf", second)], "#typed")).Text, StringComparison.Ordinal);
        Assert.Contains("Sign again", (await other.SubmitAsync(theirs, [("Signatures", "forged"), ("FirstHalf", first), ("SecondHalf", second)], "#typed")).Text, StringComparison.Ordinal);
        Assert.False((await WindowAsync()).IsOpened);

        // What was printed first stays good, and small letters without hyphens will do.
        var opened = await visitor.SubmitAsync(printed, [("FirstHalf", first.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()), ("SecondHalf", second)], "#typed");
        Assert.Equal(Round, opened.Address.AbsolutePath);
        Assert.True((await WindowAsync()).IsOpened);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_host.KeysFolder, "windows", window.Id.ToString("D"), "box.key")), KeyHalves.Join(first, second));

        static string Half(VisitedPage page, string which) => page.Document.QuerySelector($"[data-half={which}]")!.TextContent;
    }

    [Fact]
    public async Task Open_HalvesTypedLate_AreSignedForAgain()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var printed = await visitor.SubmitAsync(await visitor.GetAsync($"{Round}/open"), [("KeyLoss", "halves"), .. Crew.Signed("clearance")]);
        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await visitor.SubmitAsync(printed, [("FirstHalf", printed.Document.QuerySelector("[data-half=first]")!.TextContent),
            ("SecondHalf", printed.Document.QuerySelector("[data-half=second]")!.TextContent)], "#typed");
        Assert.Contains("Sign again", late.Text, StringComparison.Ordinal);
        Assert.False((await WindowAsync()).IsOpened);
    }

    [Fact]
    public async Task Open_WithoutUrgentContact_SaysWhatIsMissing()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        await _host.WithAsync<ConsultationList, bool>(list => list.ChangeAsync("b-tech", consultation => consultation.UrgentContact = LocalizedText.Empty, default));
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var page = await visitor.GetAsync($"{Round}/open");
        Assert.Contains("Nobody is named whom to reach in danger", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    [Invariant(29)]
    public async Task Round_OpenWithComments_ShowsNoCountOfThem()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var pages = new[] { "/admin", Round, $"{Round}/people", $"{Round}/seal", $"{Round}/close", "/admin/audit" };
        var before = await TextsAsync(visitor, pages);
        using var author = _host.NewVisitor();
        await TestWindow.EnterAndAcceptAsync(author, window.Code);
        await author.SubmitAsync(await author.GetAsync("/participate/focus-areas/1"), [("Text", "A thought.")], "form[data-autosave]");
        await author.SubmitAsync(await author.GetAsync("/participate/check"), button: "button[value=send]");
        Assert.Equal(before, await TextsAsync(visitor, pages));
    }

    [Fact]
    public async Task Close_Early_NeedsAReasonAndTwo()
    {
        await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/close");
        var refused = await visitor.SubmitAsync(form, [("Note[fr]", "Parce que."), .. Crew.Signed("clearance")]);
        Assert.Equal(["Note[en]"], refused.InvalidFields);
        Assert.Equal("Parce que.", refused.Value("Note[fr]"));
        var closed = await visitor.SubmitAsync(form, [("Note[en]", "Everybody has answered."), .. Crew.Signed("clearance")]);
        Assert.Equal(Round, closed.Address.AbsolutePath);
        Assert.Contains("Everybody has answered.", closed.Text, StringComparison.Ordinal);
        Assert.Equal(WindowState.Closed, (await WindowAsync()).StateAt(_host.Clock.GetUtcNow()));
        Assert.Contains("This round is not open", (await visitor.GetAsync($"{Round}/close")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_OnlyToALaterMoment()
    {
        await TestWindow.MakeAsync(_host);
        var closes = (await WindowAsync()).ClosesAt;
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/extend");
        Assert.Equal(["Closes.Date"], (await visitor.SubmitAsync(form, [("Closes.Date", Day(closes.AddDays(-2)))])).InvalidFields);
        Assert.Equal(["Closes.Date"], (await visitor.SubmitAsync(form, [("Closes.Date", "soon")])).InvalidFields);
        await visitor.SubmitAsync(form, [("Closes.Date", Day(closes.AddDays(7)))]);
        Assert.True((await WindowAsync()).ClosesAt > closes.AddDays(6));
    }

    [Fact]
    public async Task Seal_BeforeTheTime_CanBeStoppedByOneAndAuthorisedByTwo()
    {
        await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/seal");
        Assert.Contains("nobody has authorised it", form.Text, StringComparison.Ordinal);
        var authorised = await visitor.SubmitAsync(form, Crew.Signed("clearance"), "#sign");
        Assert.Contains("two persons have authorised it", authorised.Text, StringComparison.Ordinal);
        // Not by a third person, whatever the role.
        using var third = await _crew.NewAsync("third", StaffRole.Administrator);
        var theirs = await third.GetAsync($"{Round}/seal");
        Assert.Null(theirs.Document.QuerySelector("#stop"));
        Assert.Equal(HttpStatusCode.NotFound, (await third.PostAsync($"{Round}/seal?handler=Stop", [theirs.Token])).Status);
        var stopped = await visitor.SubmitAsync(authorised, form: "#stop");
        Assert.Contains("it was stopped", stopped.Text, StringComparison.Ordinal);
        var now = await visitor.PostAsync($"{Round}/seal?handler=Now", Fields(form));
        Assert.Equal(HttpStatusCode.BadRequest, now.Status);
        Assert.Contains("The holding time is not over yet", now.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_Authorised_IsStoppedByTheSecondAsWell()
    {
        await TestWindow.MakeAsync(_host);
        await _crew.AddAsync("second", null, StaffRole.Administrator);
        using var first = await _crew.NewAsync("administrator", StaffRole.Administrator);
        await first.SubmitAsync(await first.GetAsync($"{Round}/seal"), Crew.Signed("second"), "#sign");
        using var second = await _crew.SignInAsync("second");
        var stopped = await second.SubmitAsync(await second.GetAsync($"{Round}/seal"), form: "#stop");
        Assert.Contains("it was stopped", stopped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_NobodyHasWritten_StaysBelowTheFloorAndCanBeDestroyedUnread()
    {
        var window = await TestWindow.MakeAsync(_host);
        await window.CloseAsync();
        _host.Clock.Advance(TimeSpan.FromHours(25));
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/seal");
        var refused = await visitor.SubmitAsync(form, Crew.Signed("clearance"), "#sign");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("nothing was opened", refused.Text, StringComparison.Ordinal);
        var destroyed = await visitor.SubmitAsync(refused, Crew.Signed("clearance"), "#floor", "button[formaction*=Destroy]");
        Assert.Equal(HttpStatusCode.OK, destroyed.Status);
        Assert.True((await WindowAsync()).IsSealed);
    }

    [Fact]
    public async Task Seal_RedAfterTheOpening_IsOpenedByTwoWithAReasonAndPrinted()
    {
        var window = await TestWindow.MakeAsync(_host);
        for (var person = 1; person <= 11; person++) await window.SendAsync(person, $"Thought {person}.");
        await window.CloseAsync();
        _host.Clock.Advance(TimeSpan.FromHours(25));
        // As the keys are noted to be gone, one row is written once more, by itself.
        await _host.Database.ExecuteAsync("""
            CREATE FUNCTION record.accident() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
              'BEGIN UPDATE record.sealed_input SET id = id WHERE id = (SELECT min(id::text)::uuid FROM record.sealed_input); RETURN NEW; END';
            CREATE TRIGGER accident AFTER INSERT OR UPDATE ON record.seal FOR EACH ROW WHEN (NEW.step = 7) EXECUTE FUNCTION record.accident()
            """);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var red = await visitor.SubmitAsync(await visitor.GetAsync($"{Round}/seal"), Crew.Signed("clearance"), "#sign");
        Assert.Equal(HttpStatusCode.BadRequest, red.Status);
        Assert.Contains("These checks are red", red.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/seals/b-tech/1")).Status);

        var form = await visitor.GetAsync($"{Round}/seal");
        Assert.NotNull(form.Document.QuerySelector("#red"));
        var tooShort = await visitor.SubmitAsync(form, [.. Crew.Signed("clearance"), ("Reason", "Because.")], "#in-spite");
        Assert.Equal((HttpStatusCode.BadRequest, "Because."), (tooShort.Status, tooShort.Value("Reason")?.Trim()));
        Assert.Equal(["Reason"], tooShort.InvalidFields);
        var alone = await visitor.SubmitAsync(form, [.. Crew.Signed("administrator"), ("Reason", "The row was written again by our own backup.")], "#in-spite");
        Assert.Equal(HttpStatusCode.BadRequest, alone.Status);
        Assert.False((await WindowAsync()).IsSealed);

        var done = await visitor.SubmitAsync(form, [.. Crew.Signed("clearance"), ("Reason", "The row was written again by our own backup.")], "#in-spite");
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.True((await WindowAsync()).IsSealed);
        var page = await visitor.GetAsync("/seals/b-tech/1");
        Assert.NotNull(page.Document.QuerySelector("#in-spite"));
        Assert.Single(page.Document.QuerySelectorAll(".task-list .tag.bad"));
        Assert.Contains("The row was written again by our own backup.", (await visitor.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(29)]
    public async Task Seal_Rehearsed_AnswersTheSameWhetherOrNotSomebodyWrote()
    {
        var window = await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        var form = await visitor.GetAsync($"{Round}/seal");
        var before = await visitor.SubmitAsync(form, form: "#rehearse");
        Assert.Contains("Before: every box was undamaged", before.Text, StringComparison.Ordinal);
        Assert.Contains("There is room on the disk", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seal.", before.Text, StringComparison.Ordinal);
        Assert.Empty(before.Document.QuerySelectorAll("#trial ~ ul .tag.bad"));
        await window.SendAsync(1, "A thought.");
        Assert.Equal(before.Text, (await visitor.SubmitAsync(form, form: "#rehearse")).Text);
        await window.CloseEarlyAsync();
        var closed = await visitor.SubmitAsync(form, form: "#rehearse");
        Assert.Equal(Checks(before), Checks(closed));
        File.Delete(Path.Combine(_host.KeysFolder, "windows", window.Id.ToString("D"), "box.key"));
        Assert.NotEqual(Checks(before), Checks(await visitor.SubmitAsync(form, form: "#rehearse")));

        static string Checks(VisitedPage page) => string.Join('|', page.Document.QuerySelectorAll("#trial ~ ul li").Select(line => line.TextContent));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/consultations/b-tech")]
    [InlineData(Round)]
    [InlineData($"{Round}/open")]
    [InlineData($"{Round}/people")]
    [InlineData($"{Round}/people/import")]
    [InlineData($"{Round}/seal")]
    [InlineData("/admin/staff")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/offers")]
    public async Task Admin_Moderator_FindsNothing(string address)
    {
        await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.SignInAsync("moderator");
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal((await visitor.GetAsync("/no/such/address")).Text, page.Text);
    }

    [Fact]
    public async Task Admin_OfOneWindow_SeesOnlyThat()
    {
        var window = await TestWindow.MakeAsync(_host);
        await _crew.AddAsync("here", window.Id, StaffRole.Administrator);
        await _crew.AddAsync("there", Guid.NewGuid(), StaffRole.Administrator);
        using var here = await _crew.SignInAsync("here");
        using var there = await _crew.SignInAsync("there");
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Round)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync("/admin/staff")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync(Round)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync($"{Round}/people")).Status);
        Assert.Contains("There is no consultation yet", (await there.GetAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/windows/b-tech/99")]
    [InlineData("/admin/windows/nothing/1")]
    [InlineData("/admin/windows/b-tech/1/nothing")]
    [InlineData("/admin/consultations/nothing")]
    public async Task Admin_UnknownAddress_IsNotThere(string address)
    {
        await TestWindow.MakeAsync(_host);
        using var visitor = await _crew.NewAsync("administrator", StaffRole.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }

    private static (string, string?)[] Accepting(string second, string? password = null, string? secondPassword = null) =>
        [("KeyLoss", "accepted"), .. Crew.Signed(second, password ?? Crew.Password, secondPassword ?? Crew.Password)];

    private static IEnumerable<KeyValuePair<string, string>> Fields(VisitedPage page) =>
        [page.Token, .. Crew.Signed("clearance").Select(field => KeyValuePair.Create(field.Item1, field.Item2!))];

    private static async Task<IReadOnlyList<string>> TextsAsync(FormClient visitor, IEnumerable<string> addresses)
    {
        var texts = new List<string>();
        foreach (var address in addresses) texts.Add((await visitor.GetAsync(address)).Text);
        return texts;
    }

    // As the form reads it: in the consultation's zone, where it may be tomorrow already.
    private static string Day(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<CommentWindow> WindowAsync() =>
        (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new Agenda.WindowName("b-tech", 1), default)))!;
}
