using System.Net;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The page on which administrators see, before inviting, which groups would be named.</summary>
public sealed class LikelyLabelsPageTests : IAsyncLifetime
{
    private const string Groups = "/admin/windows/b-tech/1/groups";

    private TestHost _host = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Groups_BeforeAnybodyIsOpened_SayLabelsAndWhatIsLacking()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        var page = await _admin.GetAsync(Groups);
        // Twelve invited, two from each of six organisations: never ten of seventy in a hundred.
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["companies | 6 | 3 | no name | no name | no name", "civil-society | 6 | 3 | no name | no name | no name", "no: fewer than 10 | no: fewer than 10 | no: fewer than 10"], rows);
        Assert.Contains("Invite 3 more people", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await _admin.GetAsync("/admin/windows/b-tech/1")).Document.QuerySelector($"a[href$='{Groups}']"));
    }

    [Fact]
    public async Task Groups_NobodyInvited_SaysWhatToDo()
    {
        await TestWindow.MakeAsync(_host, opened: false);
        await _host.Database.ExecuteAsync("DELETE FROM people.invitation_link; DELETE FROM people.invitation");
        var page = await _admin.GetAsync(Groups);
        Assert.Contains("Nobody is invited yet", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href$='/people/import']"));
        Assert.Empty(page.Document.QuerySelectorAll("table"));
    }

    [Fact]
    [Invariant(29)]
    public async Task Groups_SayTheSameWhoeverHasWritten()
    {
        var window = await TestWindow.MakeAsync(_host);
        var before = (await _admin.GetAsync(Groups)).Text;
        await window.SendAsync(1, "A thought.");
        Assert.Equal(before, (await _admin.GetAsync(Groups)).Text);
        using var moderator = await new Crew(_host).NewAsync("moderator", StaffRole.Moderator);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Groups)).Status);
    }
}
