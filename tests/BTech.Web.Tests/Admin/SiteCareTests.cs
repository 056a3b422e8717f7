using System.Net;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Jobs;
using BTech.Web.Tests.Participate;
using Microsoft.Extensions.DependencyInjection;

namespace BTech.Web.Tests.Admin;

/// <summary>What administrators see of the site itself: how it is, what staff did, who is signed in.</summary>
public sealed class SiteCareTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private Crew _crew = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _crew = new Crew(_host);
        _admin = await _crew.NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Audit_IsLookedThroughByPersonWordsAndDays()
    {
        var window = await TestWindow.MakeAsync(_host);
        var second = await _crew.AddAsync("second", window.Id, StaffRole.Administrator);
        await _host.WithAsync<AuditTrail>(audit => audit.AddAsync(second.Id, "100% sure_of it", "b-tech/1", default));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.WithAsync<AuditTrail>(audit => audit.AddAsync(null, "window sealed by the clock", "b-tech/1", default));
        var day = _host.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _admin.Dispose();
        _admin = await _crew.SignInAsync("administrator");

        Assert.Equal(["window sealed by the clock"], await FoundAsync("who=-&about=SEALED"));
        Assert.Equal(["100% sure_of it"], await FoundAsync("who=second%40example.org"));
        // Typed letter by letter: nothing in it is a pattern.
        Assert.Equal(["100% sure_of it"], await FoundAsync("about=0%25%20sure_"));
        Assert.Empty(await FoundAsync("about=%25sure%5Cof"));
        Assert.Equal(["window sealed by the clock"], (await FoundAsync($"from={day}")).Where(action => !action.StartsWith("signed", StringComparison.Ordinal)));
        Assert.DoesNotContain("window sealed by the clock", await FoundAsync($"to={_host.Clock.GetUtcNow().AddDays(-1):yyyy-MM-dd}"));
        // A round is found by its name although the line knows it by its id.
        Assert.Contains("role given: Administrator", await FoundAsync("about=b-tech%2F1"));
        var nothing = await _admin.GetAsync("/admin/audit?about=nobody+did+this");
        Assert.Contains("No line is like this", nothing.Text, StringComparison.Ordinal);
        Assert.NotNull(nothing.Document.QuerySelector("main a[href$='/admin/audit']"));
        Assert.Equal(HttpStatusCode.OK, (await _admin.GetAsync("/admin/audit?from=9999-12-31&to=soon&about=%00&page=-3")).Status);

        async Task<IReadOnlyList<string>> FoundAsync(string query) =>
            [.. (await _admin.GetAsync($"/admin/audit?{query}")).Document.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[3].TextContent)];
    }

    [Fact]
    public async Task Sessions_OfAnother_AreEndedOnEveryDevice()
    {
        await _crew.AddAsync("moderator", null, StaffRole.Moderator);
        using var notebook = await _crew.SignInAsync("moderator");
        using var phone = await _crew.SignInAsync("moderator");
        var page = await _admin.GetAsync("/admin/staff");
        Assert.Contains("Signed in: 2 sessions", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 people sign in with a password alone", page.Text, StringComparison.Ordinal);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("moderator@", StringComparison.Ordinal));
        var id = row.QuerySelector("form[action*=EndSessions] input[name=id]")!.GetAttribute("value");
        var after = await _admin.SubmitAsync(page, form: $"form[action*=EndSessions]:has([value='{id}'])");
        Assert.DoesNotContain("2 sessions", after.Text, StringComparison.Ordinal);
        foreach (var device in new[] { notebook, phone }) Assert.Equal("/account/login", (await device.GetAsync("/moderate")).Address.AbsolutePath);
        Assert.Equal("/admin", (await _admin.GetAsync("/admin")).Address.AbsolutePath);
        Assert.Contains("sessions ended", (await _admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Invariant(29)]
    public async Task Health_SaysWhatIsWrong_AndTheSameWhoeverWrites()
    {
        var window = await TestWindow.MakeAsync(_host);
        var pulse = _host.Services.GetRequiredService<JobPulse>();
        pulse.Ran(typeof(MailJob), _host.Clock.GetUtcNow());
        pulse.Failed(typeof(SealJob), _host.Clock.GetUtcNow(), nameof(InvalidOperationException));
        var page = await LookAsync();
        Assert.Equal(("in order", "needs attention InvalidOperationException", "not yet since the start"), (StateOf(page, "MailJob"), StateOf(page, "SealJob"), StateOf(page, "MixJob")));
        Assert.Contains("0 letters wait", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keys cannot be read", page.Text, StringComparison.Ordinal);

        // Every job has words of its own.
        Assert.DoesNotContain("Job.", page.Text, StringComparison.Ordinal);

        await window.SendAsync(1, "A thought.");
        Assert.Equal(page.Text, (await LookAsync()).Text);

        Directory.Delete(Path.Combine(_host.KeysFolder, "windows", window.Id.ToString("D")), recursive: true);
        var lost = await LookAsync();
        Assert.Contains("Keys cannot be read: b-tech/1", lost.Text, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("The clock differs", (await _admin.GetAsync("/admin/health")).Text, StringComparison.Ordinal);
        using var moderator = await _crew.NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync("/admin/health")).Status);

        // The page compares the site's clock with the database's, and on a busy machine the test itself takes longer than the two may differ.
        Task<VisitedPage> LookAsync()
        {
            _host.Clock.SetUtcNow(DateTimeOffset.UtcNow);
            return _admin.GetAsync("/admin/health");
        }
    }

    private static string StateOf(VisitedPage page, string job) =>
        string.Join(' ', page.Document.QuerySelector($"[data-job={job}] td")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
