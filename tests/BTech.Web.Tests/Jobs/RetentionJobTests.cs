using BTech.Agenda;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Mail;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Testing;
using BTech.Web.Crossings.Erasing;
using BTech.Web.Jobs;
using BTech.Web.Operations;
using BTech.Web.Tests.Participate;
using Npgsql;

namespace BTech.Web.Tests.Jobs;

/// <summary>What was promised to be erased is erased on its day, on both sides, and again where a restored backup brings it back.</summary>
public sealed class RetentionJobTests : IAsyncLifetime
{
    private const string Hidden = "Zoltan Hidden";

    // Each behind those that it refers to.
    private static readonly string[] Tables =
    [
        "agenda.comment_window", "agenda.erasure",
        "people.organisation", "people.organisation_alias", "people.participant", "people.listing_consent", "people.invitation", "people.invitation_link", "people.offer", "people.submission", "people.outbox",
        "record.contributor", "record.sealed_input", "record.input_lookup", "record.request_box", "record.withdrawal", "record.mask", "record.review_decision", "record.coded_excerpt", "record.evidence", "record.alike_text", "record.second_reading", "record.sampled_input",
    ];

    private static readonly StaffId Somebody = new(Guid.NewGuid());

    private readonly List<string> _codes = [];
    private TestHost _host = null!;
    private TestWindow _made = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _made = await TestWindow.MakeAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Job_OnTheirDays_ErasesEachKindAndNothingBefore()
    {
        await SealAsync();
        var dates = RetentionDates.Of(await WindowAsync());
        Assert.Equal((dates.Texts.AddDays(-95), true), (dates.People, dates.People > RetentionDates.Earliest(await WindowAsync(), RetentionDates.Day(_host.Clock.GetUtcNow()))));

        await RunOnAsync(dates.People.AddDays(-1), new TimeOnly(23, 59));
        Assert.Equal(12, await InvitedAsync());
        Assert.Empty(await OutcomesAsync());

        await RunOnAsync(dates.People, TimeOnly.MinValue);
        Assert.Equal(0, await InvitedAsync());
        Assert.Contains(Hidden, await TextsAsync(), StringComparison.Ordinal);
        Assert.Equal([(ErasureKind.People, TraceSearch.Clean, dates.People)], await OutcomesAsync());
        Assert.Equal(Authors, await CountAsync("record.contributor"));

        await RunOnAsync(dates.Texts, TimeOnly.MinValue);
        Assert.DoesNotContain(Hidden, await TextsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("set aside for its tone", await TextsAsync(), StringComparison.Ordinal);
        Assert.Contains("ZQ5QZ words", await TextsAsync(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (await CountAsync("record.contributor"), await CountAsync("record.input_lookup"), await CountAsync("record.request_box")));
        Assert.False(Directory.Exists(Path.Combine(_host.KeysFolder, "batches")) && Directory.EnumerateFiles(Path.Combine(_host.KeysFolder, "batches"), "*.key", SearchOption.AllDirectories).Any());
        Assert.Equal(
            [(ErasureKind.People, TraceSearch.Clean, dates.People), (ErasureKind.Contributors, TraceSearch.Wordless, dates.Texts), (ErasureKind.Texts, TraceSearch.Clean, dates.Texts)],
            await OutcomesAsync());
        var lines = (await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 50, default))).Where(line => line.Subject == "b-tech/1").Select(line => line.Action).ToList();
        Assert.Equal(["erased by the clock: Texts", "erased by the clock: Contributors", "erased by the clock: People"], lines.Where(line => line.StartsWith("erased", StringComparison.Ordinal)));

        var stones = await File.ReadAllLinesAsync(Path.Combine(_host.KeysFolder, "erased"));
        Assert.Equal([$"{_made.Id:D} Contributors", $"{_made.Id:D} People", $"{_made.Id:D} Texts"], stones);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_host.KeysFolder, "erased")));

        // Again, and nothing happens.
        var before = await XminsAsync();
        await _host.RunAsync<RetentionJob>();
        Assert.Equal(before, await XminsAsync());
    }

    [Fact]
    public async Task Job_NotSealed_Waits_AndNeverOpened_ErasesPeople()
    {
        var dates = RetentionDates.Of(await WindowAsync());
        await RunOnAsync(dates.Texts, TimeOnly.MinValue);
        Assert.Equal(12, await InvitedAsync());
        Assert.Empty(await OutcomesAsync());

        await _host.Database.ExecuteAsync("UPDATE agenda.comment_window SET is_opened = false");
        await _host.RunAsync<RetentionJob>();
        Assert.Equal(0, await InvitedAsync());
        Assert.Equal((ErasureKind.People, TraceSearch.Clean), ((await OutcomesAsync()).Single().Kind, (await OutcomesAsync()).Single().Search));
        // It may be given other days and other people, who are not erased for ever after.
        Assert.False(File.Exists(Path.Combine(_host.KeysFolder, "erased")));
        await _host.RunAsync<RetentionJob>();
        Assert.Equal(TraceSearch.Clean, (await OutcomesAsync()).Single().Search);
    }

    /// <summary>Tables of both sides and of the agenda are copied out before, and back in after everything was erased: the next start erases again.</summary>
    [Fact]
    public async Task Start_AfterRestoringAnOlderDump_ForgetsAgain()
    {
        await SealAsync();
        var dump = await TableDump.TakeAsync(_host.Database, Tables);
        // Long before the promised days, by order of two persons: the dates in the dump would erase nothing.
        foreach (var kind in Enum.GetValues<ErasureKind>()) Assert.True(await _host.WithAsync<WindowErasing, bool>(erasing => erasing.EraseAsync(_made.Id, kind, default)));
        Assert.Equal((0, 0), (await InvitedAsync(), await CountAsync("record.contributor")));
        await dump.RestoreAsync();
        Assert.Equal(12, await InvitedAsync());
        Assert.Contains(Hidden, await TextsAsync(), StringComparison.Ordinal);
        Assert.Equal(Authors, await CountAsync("record.contributor"));

        await Forgetting.AgainAsync(_host.Services, default);

        Assert.Equal(0, await InvitedAsync());
        Assert.DoesNotContain(Hidden, await TextsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("set aside for its tone", await TextsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("record.contributor"));
        Assert.Equal(0, await CountAsync("people.participant"));
        Assert.Equal(3, (await OutcomesAsync()).Count);
    }

    /// <summary>The database refuses one of the tables of each side in turn, as if the server had died there: the next run finishes.</summary>
    [Theory]
    [InlineData("people.invitation")]
    [InlineData("record.sealed_input")]
    [InlineData("record.request_box")]
    public async Task Job_KilledInTheDatabase_IsFinishedByTheNextRun(string table)
    {
        await SealAsync();
        var schema = table.Split('.')[0];
        await _host.Database.ExecuteAsync($"""
            CREATE FUNCTION {schema}.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$ BEGIN RAISE EXCEPTION 'stopped'; END $stop$;
            CREATE TRIGGER stop BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {schema}.stop();
            """);
        _host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Of(await WindowAsync()).Texts));
        await Assert.ThrowsAsync<PostgresException>(() => _host.RunAsync<RetentionJob>());
        await _host.Database.ExecuteAsync($"DROP FUNCTION {schema}.stop CASCADE");
        await _host.RunAsync<RetentionJob>();
        Assert.Equal((0, 0, 0), (await InvitedAsync(), await CountAsync("record.contributor"), await CountAsync("record.request_box")));
        Assert.DoesNotContain(Hidden, await TextsAsync(), StringComparison.Ordinal);
        Assert.Equal([TraceSearch.Clean, TraceSearch.Wordless, TraceSearch.Clean], (await OutcomesAsync()).Select(outcome => outcome.Search));
    }

    /// <summary>Killed between erasing and keeping the outcome: that no search was made is said, and not that nothing was found.</summary>
    [Fact]
    public async Task Job_KilledBeforeTheOutcome_SaysThatNobodySearched()
    {
        await SealAsync();
        await _host.Database.ExecuteAsync("""
            CREATE FUNCTION agenda.stop() RETURNS trigger LANGUAGE plpgsql AS $stop$ BEGIN RAISE EXCEPTION 'stopped'; END $stop$;
            CREATE TRIGGER stop BEFORE INSERT ON agenda.erasure EXECUTE FUNCTION agenda.stop();
            """);
        _host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Of(await WindowAsync()).People));
        await Assert.ThrowsAsync<PostgresException>(() => _host.RunAsync<RetentionJob>());
        Assert.Equal(0, await InvitedAsync());
        await _host.Database.ExecuteAsync("DROP FUNCTION agenda.stop CASCADE");
        await _host.RunAsync<RetentionJob>();
        Assert.Equal(TraceSearch.CutOff, (await OutcomesAsync()).Single().Search);
    }

    [Fact]
    public async Task Search_FindsWhatIsLeft_InFilesAndOtherTables_AndNamesPlacesOnly()
    {
        await SealAsync();
        Directory.CreateDirectory(Path.Combine(_host.Folder, "left"));
        var file = Path.Combine(_host.Folder, "left", "list.csv");
        await File.WriteAllTextAsync(file, "Person 3,p3@example.org\n");
        await File.WriteAllTextAsync(Path.Combine(_host.Folder, "left", "other.csv"), "somebody else\n");
        // Letters are found by their address, however it is written in the file.
        await _host.WithAsync<InvitationList, int>(async list => await list.MailAsync(_made.Id, [.. (await list.ForWindowAsync(_made.Id, default)).Select(person => person.InvitationId)],
            (person, _) => new Letter(person.Email, person.Name, "en", "subject", "text", "<p>text</p>"), default));
        await _host.RunAsync<MailJob>();
        Assert.Equal(12, Directory.GetFiles(_host.MailFolder, "*.eml").Length);
        await _host.Database.ExecuteAsync($"UPDATE agenda.consultation SET purpose = jsonb_build_object('en', 'What {Hidden} said')");
        await RunOnAsync(RetentionDates.Of(await WindowAsync()).Texts, TimeOnly.MinValue);
        var outcomes = await _host.WithAsync<ErasureBook, IReadOnlyList<Erasure>>(book => book.OfWindowAsync(_made.Id, default));
        Assert.Equal([file, Path.Combine(_host.Folder, "mail", "*")], outcomes.Single(outcome => outcome.Kind == ErasureKind.People).Found);
        Assert.Equal(["agenda.consultation.purpose"], outcomes.Single(outcome => outcome.Kind == ErasureKind.Texts).Found);
        Assert.All(outcomes.Where(outcome => outcome.Kind != ErasureKind.Contributors), outcome => Assert.Equal(TraceSearch.Found, outcome.Search));
    }

    /// <summary>What was asked for by code and waits for its Monday is not lost when the round is frozen.</summary>
    [Fact]
    public async Task Freeze_WaitingRequests_TakeEffect_AndCodesAreMissesFromThenOn()
    {
        await SealAsync();
        _host.Clock.SetUtcNow(RetentionDates.Begins(RetentionDates.Of(await WindowAsync()).Texts).AddMinutes(-5));
        await _host.RunAsync<ReleaseJob>();
        using (var author = _host.NewVisitor())
        {
            var step = await author.SubmitAsync(await author.GetAsync("/follow-up"), [("Code", _codes[6])], button: "[value=withdraw]");
            await author.SubmitAsync(step, button: "[name=Sure]");
        }
        Assert.Equal(0, await CountAsync("record.withdrawal"));

        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        await _host.RunAsync<RetentionJob>();

        Assert.DoesNotContain("ZQ7QZ", await TextsAsync(), StringComparison.Ordinal);
        Assert.Contains("ZQ8QZ", await TextsAsync(), StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(_host.KeysFolder, "withdrawn")));
        using var visitor = _host.NewVisitor();
        var missed = await visitor.SubmitAsync(await visitor.GetAsync("/follow-up"), [("Code", _codes[7]), ("Text", "ZQ8QZ words")]);
        Assert.DoesNotContain("unaltered", missed.Text, StringComparison.Ordinal);
    }

    private const int Authors = 11;

    /// <summary>Eleven send; one text has a hidden name, one is set aside.</summary>
    private async Task SealAsync()
    {
        for (var person = 1; person <= Authors; person++)
            _codes.Add(await _made.SendAsync(person, person switch { 1 => $"We told {Hidden} of it.", 2 => "This one was set aside for its tone.", _ => $"ZQ{person}QZ words" }));
        await _made.SealAsync();
        var hidden = await InputAsync(Hidden);
        Assert.Equal(ReviewResult.Done, await _host.WithAsync<Review, ReviewResult>(review => review.MaskAsync(hidden.Id, 8, 8 + Hidden.Length, "a name", Somebody, default)));
        var aside = await InputAsync("for its tone");
        Assert.Equal(ReviewResult.Done, await _host.WithAsync<Review, ReviewResult>(review => review.SetAsideAsync(aside.Id, SetAsideReasons.Hostile, Somebody, default)));
    }

    private async Task<ReadableInput> InputAsync(string words) =>
        (await _host.WithAsync<InputList, InputPage>(inputs => inputs.PageAsync(Somebody, _made.Id, new InputFilter { Contains = words }))).Items.Single();

    private async Task<CommentWindow> WindowAsync() => (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_made.Id, default)))!;

    private async Task RunOnAsync(DateOnly day, TimeOnly time)
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(day, time, TimeSpan.Zero));
        await _host.RunAsync<RetentionJob>();
    }

    private async Task<int> InvitedAsync() => (await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_made.Id, default))).Count;

    private async Task<IReadOnlyList<(ErasureKind Kind, TraceSearch Search, DateOnly On)>> OutcomesAsync() =>
        [.. (await _host.WithAsync<ErasureBook, IReadOnlyList<Erasure>>(book => book.OfWindowAsync(_made.Id, default))).Select(outcome => (outcome.Kind, outcome.Search, outcome.DoneOn))];

    private Task<string> TextsAsync() => _host.Database.AskAsync<string>("SELECT string_agg(text, E'\\n') FROM record.sealed_input");

    private async Task<int> CountAsync(string table) => (int)await _host.Database.AskAsync<long>($"SELECT count(*) FROM {table}");

    private Task<string> XminsAsync() => _host.Database.AskAsync<string>($"SELECT string_agg(DISTINCT x, ' ' ORDER BY x) FROM ({string.Join(" UNION ALL ", Tables.Select(table => $"SELECT xmin::text AS x FROM {table}"))}) AS rows");
}
