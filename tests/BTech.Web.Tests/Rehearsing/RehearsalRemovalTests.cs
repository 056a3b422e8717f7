using System.Net;
using System.Reflection;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Windows;
using BTech.People.Retention;
using BTech.Record.FollowUp;
using BTech.Record.Retention;
using BTech.Record.Verification;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings.Rehearsing;
using BTech.Web.Crossings.Verifying;
using BTech.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BTech.Web.Tests.Rehearsing;

/// <summary>What removing a rehearsal refuses, and that it can be taken up wherever it was cut off.</summary>
public sealed class RehearsalRemovalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remove_AtAnyMoment_LeavesNothing()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        var before = await played.EverythingAsync();
        Func<Task>[] moments =
        [
            async () => await played.StartAsync(),
            async () =>
            {
                await played.StartAsync();
                await played.OpenAsync();
                await played.WriteAsync();
            },
            async () =>
            {
                await played.StartAsync();
                await played.OpenAsync();
                await played.WriteAsync();
                await played.CloseAsync();
            },
            async () =>
            {
                // Nobody wrote: it waits below the floor, everybody would be told, and two persons destroy it unread.
                await played.StartAsync();
                await played.OpenAsync();
                await played.CloseAsync();
                await played.Host.RunAsync<SealJob>();
                await played.Host.RunAsync<AnnouncementJob>();
                Assert.NotNull((await played.Admin.GetAsync(PlayedRehearsal.Round + "/seal")).Document.QuerySelector("#floor"));
            },
        ];
        foreach (var moment in moments)
        {
            await moment();
            Assert.Contains("found nothing of it", (await played.RemoveAsync()).Text, StringComparison.Ordinal);
            Assert.Equal(before, await played.EverythingAsync());
        }
        // Boxes were there in the second and third, beside the real ones, which still open.
        await played.Real.SendAsync(1, "Still here.");
    }

    [Fact]
    public async Task Remove_ARealConsultation_IsRefusedEverywhere()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        var before = await played.EverythingAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await played.Admin.GetAsync(PlayedRehearsal.Removal)).Status);
        var consultation = Guid.Parse((await played.Host.Database.ListAsync("SELECT id FROM agenda.consultation"))[0]);
        Assert.Equal(RemovalStanding.Nothing, (await played.Host.WithAsync<RehearsalRemoval, RehearsalRemoved>(removal => removal.RemoveAsync(consultation, Cancel))).Standing);
        // The rehearsal itself has none, and its own round leads nowhere either.
        await played.StartAsync();
        var rehearsal = (await played.WindowAsync()).ConsultationId;
        Assert.Equal(RemovalStanding.Nothing, (await played.Host.WithAsync<RehearsalRemoval, RehearsalRemoved>(removal => removal.RemoveAsync(rehearsal, Cancel))).Standing);
        Assert.Equal(RehearsalOutcome.NotReal, await played.Host.WithAsync<RehearsalBook, RehearsalOutcome>(book => book.MakeAsync(rehearsal, Plan(), Cancel)));
        await played.RemoveAsync();
        Assert.Equal(before, await played.EverythingAsync());
    }

    /// <summary>The modules take nothing but what only the agenda can make, so that no caller can name a real window to them.</summary>
    [Fact]
    public void Modules_RemoveOnlyWhatTheAgendaHasMarked()
    {
        foreach (var type in new[] { typeof(RehearsalMark), typeof(RemovableRehearsal) })
        {
            Assert.True(type.IsSealed);
            Assert.All(type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), constructor => Assert.True(constructor.IsAssembly));
            Assert.All(type.GetProperties(), property => Assert.False(property.CanWrite));
        }
        foreach (var removal in new[] { typeof(RehearsedPeople), typeof(RehearsedRecord), typeof(RehearsedRoles) })
            Assert.All(removal.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly), act => Assert.Equal(typeof(RemovableRehearsal), act.GetParameters()[0].ParameterType));
    }

    [Fact]
    public async Task Marker_OfARealConsultation_CannotBeSet_NorItsRemovalBegin()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await using var agenda = NpgsqlDataSource.Create(played.Host.Database.Agenda);
        foreach (var (sql, state) in new[]
        {
            ("UPDATE agenda.consultation SET rehearsal_of = id", PostgresErrorCodes.InsufficientPrivilege),
            ("UPDATE agenda.consultation SET is_being_removed = true", PostgresErrorCodes.CheckViolation),
        })
        {
            await using var command = agenda.CreateCommand(sql);
            Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel))).SqlState);
        }
    }

    [Fact]
    public async Task Remove_CutOffBetweenTwoSides_IsHiddenAtOnceAndTakenUpAgain()
    {
        var stones = new FragileTombstones();
        await using var played = await PlayedRehearsal.BeginAsync(services => services.AddSingleton<ITombstones>(provider => stones));
        var before = await played.EverythingAsync();
        await played.ToTheSealAsync();
        stones.IsBroken = true;
        Assert.Equal(HttpStatusCode.InternalServerError, (await played.RemoveAsync()).Status);
        // People are gone, texts are not: nobody finds it, nothing real is held up, and the jobs go on.
        Assert.Equal("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM people.participant WHERE email LIKE '%.invalid'"))[0]);
        Assert.NotEqual("0", (await played.Host.Database.ListAsync("SELECT count(*) FROM record.sealed_input"))[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await played.Admin.GetAsync(PlayedRehearsal.Round)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await played.Admin.GetAsync($"/consultations/{PlayedRehearsal.Slug}")).Status);
        Assert.DoesNotContain(PlayedRehearsal.Slug, (await played.Admin.GetAsync("/admin")).Body, StringComparison.Ordinal);
        Assert.Empty(await played.Host.WithAsync<Verification, IReadOnlyList<Verified>>(verification => verification.RedAsync(Cancel)));
        await played.Host.RunAsync<SealJob>();
        await played.Host.RunAsync<MixJob>();
        await played.Host.RunAsync<RetentionJob>();
        var steps = await played.Admin.GetAsync(PlayedRehearsal.Steps);
        Assert.Contains("was cut off", steps.Text, StringComparison.Ordinal);
        Assert.Null(steps.Document.QuerySelector("form[action*=Start]"));

        stones.IsBroken = false;
        Assert.Contains("found nothing of it", (await played.RemoveAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(before, await played.EverythingAsync());
    }

    [Fact]
    public async Task Remove_WhileOthersHoldATable_SaysSo_AndSucceedsLater()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        var before = await played.EverythingAsync();
        await played.ToTheSealAsync();
        await using (var other = NpgsqlDataSource.Create(played.Host.Database.Superuser))
        await using (var connection = await other.OpenConnectionAsync(Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            await using var hold = new NpgsqlCommand("LOCK TABLE people.offer IN ACCESS SHARE MODE", connection);
            await hold.ExecuteNonQueryAsync(Cancel);
            var busy = await played.RemoveAsync();
            Assert.Contains("not everything could be removed", busy.Text, StringComparison.Ordinal);
            Assert.Equal("b-tech", busy.Value("Typed"));
        }
        Assert.Contains("found nothing of it", (await played.RemoveAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(before, await played.EverythingAsync());
    }

    [Fact]
    public async Task Remove_SomethingWasWrittenMeanwhile_SaysWhereAndKeepsTheMarker()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.ToTheSealAsync();
        var window = (await played.WindowAsync()).Id;
        // As a request that was on its way might leave it: a row that no removal knows.
        await played.Host.Database.ExecuteAsync($"CREATE TABLE people.stray AS SELECT '{window}'::uuid AS window_id; GRANT SELECT ON people.stray TO consult_people");
        var left = await played.RemoveAsync();
        Assert.Contains("people.stray.window_id", left.Document.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(window.ToString("D"), left.Body, StringComparison.Ordinal);
        await played.Host.Database.ExecuteAsync("DROP TABLE people.stray");
        Assert.Contains("found nothing of it", (await played.RemoveAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAndRemove_ByTwoAtOnce_HappenOnce()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        var before = await played.EverythingAsync();
        using var second = await played.Crew.SignInAsync("second");
        FormClient[] both = [played.Admin, second];
        var forms = await Task.WhenAll(both.Select(who => who.GetAsync(PlayedRehearsal.Steps)));
        var started = await Task.WhenAll(both.Zip(forms).Select(one => one.First.SubmitAsync(one.Second, [("Minutes", "30")], "form[action*=Start]")));
        Assert.All(started, page => Assert.Equal((HttpStatusCode.OK, PlayedRehearsal.Steps), (page.Status, page.Address.AbsolutePath)));
        Assert.Equal("1", (await played.Host.Database.ListAsync("SELECT count(*) FROM agenda.consultation WHERE rehearsal_of IS NOT NULL"))[0]);
        Assert.Equal("18", (await played.Host.Database.ListAsync("SELECT count(*) FROM people.participant WHERE email LIKE '%.invalid'"))[0]);

        forms = await Task.WhenAll(both.Select(who => who.GetAsync(PlayedRehearsal.Removal)));
        var removed = await Task.WhenAll(both.Zip(forms).Select(one => one.First.SubmitAsync(one.Second, [("Typed", "b-tech")])));
        Assert.All(removed, page => Assert.True((int)page.Status < 500, page.Text));
        // Whoever found the tables held asks once more.
        if ((await played.Admin.GetAsync(PlayedRehearsal.Removal)).Status == HttpStatusCode.OK) await played.RemoveAsync();
        Assert.Equal(before, await played.EverythingAsync());
        var lines = (await played.Host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 200, Cancel))).Select(line => line.Action).ToList();
        Assert.Single(lines, "rehearsal started");
        Assert.Single(lines, "rehearsal removed");
    }

    [Fact]
    public async Task Remove_NotTyped_KeepsItAndMarksTheField()
    {
        await using var played = await PlayedRehearsal.BeginAsync();
        await played.StartAsync();
        var page = await played.Admin.SubmitAsync(await played.Admin.GetAsync(PlayedRehearsal.Removal), [("Typed", "b-tehc")]);
        Assert.Equal(["Typed"], page.InvalidFields);
        Assert.Equal("b-tehc", page.Value("Typed"));
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#Typed']"));
        Assert.False((await played.WindowAsync()).IsOpened);
        // What is rehearsed is not deleted while it has a rehearsal.
        Assert.Contains("Remove the rehearsal first", (await played.Admin.GetAsync("/admin/consultations/b-tech/delete")).Text, StringComparison.Ordinal);
    }

    private static RehearsalPlan Plan() => new(Languages.LocalizedText.InEnglish("Again"), Languages.LocalizedText.InEnglish("Round"), DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(1));

    /// <summary>The list of withdrawn inputs on a disk that fails when it is told to.</summary>
    private sealed class FragileTombstones : ITombstones
    {
        public bool IsBroken { get; set; }

        public Task<IReadOnlyCollection<Guid>> ReadAsync(CancellationToken cancel) => IsBroken ? throw new IOException("The disk is gone.") : Task.FromResult<IReadOnlyCollection<Guid>>([]);

        public Task WriteAsync(IReadOnlyCollection<Guid> inputs, CancellationToken cancel) => Task.CompletedTask;
    }
}
