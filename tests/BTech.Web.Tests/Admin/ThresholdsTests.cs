using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Team.Roles;
using BTech.Testing;
using BTech.Web.Tests.Participate;

namespace BTech.Web.Tests.Admin;

/// <summary>The smallest group and the size of a box: chosen before the opening, told before writing, fixed afterwards.</summary>
public sealed class ThresholdsTests : AdministratorTests
{
    private const string Dates = "/admin/windows/b-tech/1/dates";

    private TestWindow _window = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _window = await TestWindow.MakeAsync(Host, opened: false);
    }

    [Theory]
    [InlineData("Dates.SmallestGroup", "4")]
    [InlineData("Dates.SmallestGroup", "51")]
    [InlineData("Dates.SmallestGroup", "five")]
    [InlineData("Dates.BoxKilobytes", "16")]
    public async Task Dates_WithAWrongThreshold_SayWhich(string field, string typed)
    {
        var refused = await Admin.SubmitAsync(await Admin.GetAsync(Dates), [(field, typed)]);

        Assert.Equal([field], refused.InvalidFields);
        Assert.Equal((5, 32 * 1024), await SettingsAsync());
    }

    [Fact]
    public async Task Chosen_TheyHoldInTheWholeRound_AndStayOnceItIsOpen()
    {
        var stale = await Admin.GetAsync(Dates);
        await Admin.SubmitAsync(stale, [("Dates.SmallestGroup", "7"), ("Dates.BoxKilobytes", "64")]);
        Assert.Equal((7, 64 * 1024), await SettingsAsync());
        Assert.Contains("64 KiB", (await Admin.GetAsync("/admin/windows/b-tech/1")).Text, StringComparison.Ordinal);
        await _window.OpenAsync();

        using var visitor = Host.NewVisitor();
        Assert.Contains("If fewer than 7 of them write", (await TestWindow.EnterAsync(visitor, _window.Code)).Text, StringComparison.Ordinal);
        Assert.Equal(["7 65536"], await Host.Database.ListAsync("SELECT format('%s %s', smallest_group, box_bytes) FROM record.window_state"));
        // The ciphertext is as long as its box, whoever writes or does not.
        Assert.Single(await Host.Database.ListAsync("SELECT DISTINCT octet_length(box)::text FROM record.box"));

        Assert.Contains("This round has been opened", (await Admin.SubmitAsync(stale, [("Dates.SmallestGroup", "5")])).Text, StringComparison.Ordinal);
        Assert.Equal((7, 64 * 1024), await SettingsAsync());
        var next = await Admin.GetAsync("/admin/consultations/b-tech/windows/new?like=1");
        Assert.Equal(("7", "64"), (next.Value("Dates.SmallestGroup"), next.Value("Dates.BoxKilobytes")));
    }

    private async Task<(int SmallestGroup, int BoxBytes)> SettingsAsync()
    {
        var window = (await Host.WithAsync<CommentWindows, CommentWindow?>(windows => windows.FindAsync(new WindowName("b-tech", 1), default)))!;
        return (window.SmallestGroup, window.BoxBytes);
    }
}
