using System.Net;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.People.Listing;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The list of participants: unseen before the seal, a preview after it, and a published line taken out without a word.</summary>
public sealed class ListPageTests : IAsyncLifetime
{
    private const string Page = "/admin/windows/b-tech/1/list";

    private TestHost _host = null!;
    private TestWindow _window = null!;
    private FormClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _window = await TestWindow.MakeAsync(_host);
        _admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var first = (await _host.WithAsync<InvitationList, IReadOnlyList<InvitedPerson>>(list => list.ForWindowAsync(_window.Id, default))).Single(person => person.Name == "Person 1");
        await _host.WithAsync<ParticipantsList>(list => list.SetAsync(first.ParticipantId, ListingChoice.Full, default));
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task List_BeforeTheSeal_ShowsNobody_AfterIt_WhatWouldBePrinted()
    {
        var before = await _admin.GetAsync(Page);
        Assert.Contains("after the seal", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 1", before.Text, StringComparison.Ordinal);

        await ChangeAsync(window => window.IsSealed = true);
        var preview = await _admin.GetAsync(Page);
        Assert.Contains("Person 1", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main form"));
        Assert.Contains("List of participants", (await _admin.GetAsync("/admin/windows/b-tech/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_TakenOut_IsGoneForEverybodyAndNamedNowhere()
    {
        await _host.WithAsync<ParticipantsList>(list => list.FreezeAsync(1, 1, _window.Id, default));
        await ChangeAsync(window => (window.IsSealed, window.ReportNumber) = (true, 1));
        var published = await _admin.GetAsync(Page);

        var removed = await _admin.SubmitAsync(published, form: "main form");

        Assert.Contains("The line has been taken out", removed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 1", removed.Text, StringComparison.Ordinal);
        Assert.Empty(await _host.WithAsync<ParticipantsList, IReadOnlyList<ListedLine>>(list => list.LinesAsync(1, 1, default)));
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.SubmitAsync(published, form: "main form")).Status);
        Assert.DoesNotContain("Person 1", (await _admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    private Task ChangeAsync(Action<CommentWindow> change) => _host.WithAsync<CommentWindows>(windows => windows.ChangeAsync(_window.Id, change, default));
}
