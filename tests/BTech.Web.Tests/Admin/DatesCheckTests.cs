using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Pages.Admin;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>What is said of dates before they are promised.</summary>
public sealed class DatesCheckTests
{
    [Theory]
    // Monday to Monday midnight, four weeks: the last day is a Sunday.
    [InlineData("2026-08-03T09:00+02:00", "2026-08-31T09:00+02:00", 28, false, false, false, false)]
    [InlineData("2026-08-03T00:00+02:00", "2026-08-31T00:00+02:00", 28, false, false, true, false)]
    [InlineData("2026-08-03T09:00+02:00", "2026-08-31T08:59+02:00", 27, true, false, false, false)]
    [InlineData("2026-08-01T09:00+02:00", "2026-09-04T23:59+02:00", 34, false, true, false, false)]
    // By the calendar four weeks, although one hour is missing or added in between.
    [InlineData("2026-10-05T09:00+02:00", "2026-11-02T09:00+01:00", 28, false, false, false, true)]
    [InlineData("2027-03-08T09:00+01:00", "2027-04-05T09:00+02:00", 28, false, false, false, true)]
    public void Check_OfDates_SaysLengthWeekendsAndClocks(string opens, string closes, int days, bool isShort, bool opensOnAWeekend, bool closesOnAWeekend, bool clocksChange)
    {
        var check = new DatesCheck(new CommentWindow
        {
            Id = Guid.NewGuid(), ConsultationId = Guid.NewGuid(), Number = 1, Kind = RoundKind.Written, Title = LocalizedText.InEnglish("Comments"), Zone = "Europe/Zurich",
            OpensAt = DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture), ClosesAt = DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture),
        });
        Assert.Equal((days, isShort, opensOnAWeekend, closesOnAWeekend, clocksChange), (check.Days, check.IsShort, check.OpensOnAWeekend, check.ClosesOnAWeekend, check.ClocksChange));
    }

    [Fact]
    public async Task Pages_BeforeOpening_ShowTheMomentsInSixZones()
    {
        await using var host = await TestHost.StartAsync();
        await TestWindow.MakeAsync(host, opened: false);
        using var admin = await new Crew(host).NewAsync("administrator", StaffRole.Administrator);
        foreach (var address in new[] { "/admin/windows/b-tech/1", "/admin/windows/b-tech/1/open" })
        {
            var rows = (await admin.GetAsync(address)).Document.QuerySelectorAll("#dates-check tbody tr");
            Assert.Equal(["Europe/Zurich", "America/New_York", "Africa/Tunis", "Africa/Nairobi", "Asia/Shanghai", "UTC"], rows.Select(row => row.QuerySelector("th")!.TextContent));
            Assert.All(rows, row => Assert.Equal(2, row.QuerySelectorAll("time").Length));
        }
        await host.WithAsync<CommentWindows>(async windows => await windows.ChangeAsync((await windows.FindAsync(new Agenda.WindowName("b-tech", 1), default))!.Id, window => window.Open(), default));
        Assert.Null((await admin.GetAsync("/admin/windows/b-tech/1")).Document.QuerySelector("#dates-check"));
    }
}
