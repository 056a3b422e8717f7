using System.Net;
using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Sealing;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Crossings;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>Two rounds of written comments of one consultation never take the same time, whoever saves them when.</summary>
public sealed class OverlappingRoundsTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private TestWindow _first = null!;
    private CommentWindow _window = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _first = await TestWindow.MakeAsync(_host);
        _window = (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_first.Id, default)))!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Add_ManyAtOnceForTheSameTime_OneStands()
    {
        var saved = await Task.WhenAll(Enumerable.Range(2, 8).Select(number => AddAsync(number, fromDay: 40, toDay: 60)));
        Assert.Equal((1, 7), (saved.Count(one => one == RoundSaving.Saved), saved.Count(one => one == RoundSaving.Overlaps)));
    }

    [Theory]
    [InlineData(RoundKind.Written, 27, 29, RoundSaving.Overlaps)]
    [InlineData(RoundKind.Written, 3, 5, RoundSaving.Overlaps)]
    [InlineData(RoundKind.Written, 28, 30, RoundSaving.Saved)]
    [InlineData(RoundKind.Meeting, 3, 5, RoundSaving.Saved)]
    public async Task Add_BesideAnother_OnlyWhereNoTimeIsShared(RoundKind kind, int fromDay, int toDay, RoundSaving expected)
    {
        Assert.Equal(expected, await AddAsync(2, fromDay, toDay, kind));
        var found = await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.OverlappedAsync(_window.ConsultationId, _first.Id, At(fromDay), At(toDay), default));
        Assert.Equal(expected == RoundSaving.Saved && kind == RoundKind.Written ? 2 : null, found?.Number);
    }

    [Fact]
    public async Task New_InTheTimeOfAnother_IsRefusedBesideTheDateAndKept()
    {
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var form = await admin.GetAsync("/admin/consultations/b-tech/windows/new");
        var refused = await admin.SubmitAsync(form, [("WindowTitle[en]", "Second comments"), .. Dates(10, 40)]);
        Assert.Equal((HttpStatusCode.BadRequest, "Second comments"), (refused.Status, refused.Value("WindowTitle[en]")));
        Assert.Equal(["Dates.Opens.Date"], refused.InvalidFields.Distinct());
        Assert.Contains("Round 1 has some of this time", refused.Text, StringComparison.Ordinal);
        var made = await admin.SubmitAsync(refused, Dates(40, 50));
        Assert.Equal("/admin/windows/b-tech/2", made.Address.AbsolutePath);

        var moved = await admin.SubmitAsync(await admin.GetAsync("/admin/windows/b-tech/2/dates"), Dates(20, 50));
        Assert.Equal(["Dates.Opens.Date"], moved.InvalidFields.Distinct());
        Assert.Contains("Round 1 has some of this time", moved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_IntoTheTimeOfAnother_IsRefusedAndMovesNeitherSide()
    {
        Assert.Equal(RoundSaving.Saved, await AddAsync(2, fromDay: 40, toDay: 60));
        using var admin = await new Crew(_host).NewAsync("administrator", StaffRole.Administrator);
        var form = await admin.GetAsync("/admin/windows/b-tech/1/extend");
        var refused = await admin.SubmitAsync(form, [("Closes.Date", At(45).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(["Closes.Date"], refused.InvalidFields.Distinct());
        Assert.Contains("Round 2 has some of this time", refused.Text, StringComparison.Ordinal);
        Assert.Equal(_window.ClosesAt, (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_first.Id, default)))!.ClosesAt);
        Assert.Equal(_window.ClosesAt, (await _host.WithAsync<SealPages, SealStanding>(pages => pages.StandingAsync(_first.Id, default))).ClosesAt);
    }

    [Fact]
    public async Task ExtendBelowTheFloor_IntoTheTimeOfAnother_IsRefusedByTheDatabase_AndMovesNeitherSide()
    {
        Assert.Equal(RoundSaving.Saved, await AddAsync(2, fromDay: 40, toDay: 60));
        await _first.CloseAsync();
        _host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(SealStatus.BelowTheFloor, (await _host.WithAsync<WindowSealing, SealOutcome>(
            sealing => sealing.SealAsync(_first.Id, new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default))).Status);
        Assert.Equal(RoundSaving.Overlaps, await ExtendAsync(45));
        Assert.Equal(_window.ClosesAt, (await _host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(_first.Id, default)))!.ClosesAt);
        var standing = await _host.WithAsync<SealPages, SealStanding>(pages => pages.StandingAsync(_first.Id, default));
        Assert.Equal((true, _window.ClosesAt), (standing.IsBelowTheFloor, standing.ClosesAt!.Value));
        Assert.Equal(RoundSaving.Saved, await ExtendAsync(40));
        Assert.Equal(RoundSaving.NoSuchRound, await ExtendAsync(40));

        Task<RoundSaving> ExtendAsync(int day) => _host.WithAsync<WindowClosing, RoundSaving>(
            closing => closing.ExtendBelowTheFloorAsync(_first.Id, At(day), new StaffId(Guid.NewGuid()), new StaffId(Guid.NewGuid()), default));
    }

    private DateTimeOffset At(int day) => _window.ClosesAt.AddDays(day - 28);

    private (string, string?)[] Dates(int fromDay, int toDay) =>
    [
        ("Dates.Zone", "Europe/Zurich"),
        ("Dates.Opens.Date", At(fromDay).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Dates.Opens.Time", "12:00"),
        ("Dates.Closes.Date", At(toDay).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Dates.Closes.Time", "12:00"),
    ];

    private Task<RoundSaving> AddAsync(int number, int fromDay, int toDay, RoundKind kind = RoundKind.Written) => _host.WithAsync<CommentWindows, RoundSaving>(windows => windows.AddAsync(
        new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = _window.ConsultationId, Number = number, Kind = kind, Title = LocalizedText.InEnglish("Another"),
            OpensAt = At(fromDay), ClosesAt = At(toDay), Zone = "Europe/Zurich",
        },
        default));
}
