using System.Net;
using BTech.Agenda.Rehearsing;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;
using Npgsql;

namespace BTech.Web.Tests.Admin;

/// <summary>A whole window played with sample people beside a real one that is open, and removed so that nothing of it is left.</summary>
public sealed class RehearsalTests : IAsyncLifetime
{
    private const string Steps = "/admin/consultations/b-tech/rehearsal";
    private const string Remove = Steps + "/remove";
    private const string Round = "/admin/windows/b-tech-rehearsal/1";

    private TestHost _host = null!;
    private TestWindow _real = null!;
    private Crew _crew = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _real = await TestWindow.MakeAsync(_host);
        _crew = new Crew(_host);
        _admin = await _crew.NewAsync("administrator", StaffRole.Administrator);
        await _crew.AddAsync("second", null, StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Afternoon_FromTheStartToTheDraft_IsRemovedWithoutATrace()
    {
        await _real.SendAsync(1, "A real comment that stays.");
        var before = await EverythingAsync();
        await StartAsync();
        await OpenAsync();
        var written = await _admin.SubmitAsync(await _admin.GetAsync(Steps), form: "form[action*=Write]");
        Assert.Contains("The sample people have written", written.Text, StringComparison.Ordinal);
        await CloseAndSealAsync();
        await WorkAsync();
        Assert.NotEqual(before, await EverythingAsync());

        var removed = await RemoveAsync();
        Assert.Equal(Steps, removed.Address.AbsolutePath);
        Assert.Contains("found nothing of it", removed.Text, StringComparison.Ordinal);
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(["rehearsal removed", "rehearsal started"], (await _host.WithAsync<AuditTrail, IReadOnlyList<AuditLine>>(audit => audit.PageAsync(1, 100, default)))
            .Where(line => line.Subject == "b-tech" && line.Action.StartsWith("rehearsal", StringComparison.Ordinal)).Select(line => line.Action));
        // The real window goes on as if nothing had been.
        await _real.SendAsync(2, "A second real comment.");
    }

    private async Task StartAsync()
    {
        var started = await _admin.SubmitAsync(await _admin.GetAsync(Steps), [("Minutes", "60")], "form[action*=Start]");
        Assert.Equal((HttpStatusCode.OK, Steps), (started.Status, started.Address.AbsolutePath));
        Assert.Contains("Sample people are invited", started.Text, StringComparison.Ordinal);
    }

    private async Task OpenAsync()
    {
        var opened = await _admin.SubmitAsync(await _admin.GetAsync(Round + "/open"), [("KeyLoss", "accepted"), .. Crew.Signed("second")]);
        Assert.Equal(Round, opened.Address.AbsolutePath);
    }

    private async Task CloseAndSealAsync()
    {
        Assert.Equal(Round, (await _admin.SubmitAsync(await _admin.GetAsync(Round + "/close"), [("Note[en]", "The afternoon is over."), .. Crew.Signed("second")])).Address.AbsolutePath);
        var @sealed = await _admin.SubmitAsync(await _admin.GetAsync(Round + "/seal"), Crew.Signed("second"), "#sign");
        Assert.True((await RehearsalRoundAsync()).IsSealed, @sealed.Text);
    }

    private async Task WorkAsync()
    {
        using var moderator = await _crew.NewAsync("moderator", StaffRole.Moderator);
        var inputs = await moderator.GetAsync("/moderate/windows/b-tech-rehearsal/1/inputs");
        Assert.Equal(HttpStatusCode.OK, inputs.Status);
        Assert.NotNull(inputs.Document.QuerySelector("[data-rehearsal]"));
        Assert.NotNull(inputs.Document.QuerySelector("main a[href*='/moderate/inputs/']"));
        await moderator.SubmitAsync(await moderator.GetAsync("/moderate/windows/b-tech-rehearsal/1/themes"), [("Name", "A rehearsed theme")], "main form:has([name=Name])");
        var report = await moderator.SubmitAsync(await moderator.GetAsync("/moderate/windows/b-tech-rehearsal/1/report"));
        Assert.Equal($"/moderate/reports/{BTech.Record.Reports.SummaryReports.FirstOfRehearsals}", report.Address.AbsolutePath);
    }

    private async Task<VisitedPage> RemoveAsync() => await _admin.SubmitAsync(await _admin.GetAsync(Remove), [("Typed", "b-tech")]);

    private async Task<CommentWindow> RehearsalRoundAsync() => (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new Agenda.WindowName("b-tech-rehearsal", 1), default)))!;

    /// <summary>What stands in every table but the audit and the sessions, row by row as text without what rewriting alone changes; and every file with keys.</summary>
    private async Task<string> EverythingAsync()
    {
        var lines = new List<string>();
        var tables = await _host.Database.ListAsync("""
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('agenda', 'people', 'record', 'team') AND table_type = 'BASE TABLE'
              AND table_name NOT IN ('audit_entry', 'staff_session', '__EFMigrationsHistory', 'staff_account', 'assignment') ORDER BY 1
            """);
        foreach (var table in tables)
        {
            // A box is encrypted anew whenever boxes are written anew.
            var column = table == "record.box" ? "encode(t.tag, 'hex')" : "t::text";
            lines.Add($"{table}: {string.Join(" | ", await _host.Database.ListAsync($"SELECT {column} FROM {table} t ORDER BY 1"))}");
        }
        if (Directory.Exists(_host.KeysFolder))
            lines.AddRange(Directory.EnumerateFileSystemEntries(_host.KeysFolder, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains("protection", StringComparison.Ordinal) && Path.GetFileName(path) is not ("windows" or "batches")).Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }
}
