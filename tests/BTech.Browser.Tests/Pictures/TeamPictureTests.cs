using BTech.Team.Roles;
using BTech.Testing;

namespace BTech.Browser.Tests.Pictures;

/// <summary>The pictures of the project team's guide, in a round of their own: what others do meanwhile is not in them.</summary>
public sealed class TeamPictureTests(House house) : IDisposable
{
    private readonly Album _album = new();

    public void Dispose() => _album.Dispose();

    [Fact]
    public async Task Pictures_OfATeamsWay_AreSmall()
    {
        var sample = await house.NewSampleAsync();
        var round = $"/moderate/windows/{sample.Consultation}/2";
        var member = await house.Host.AddStaffAsync("pictured", null, StaffRole.Moderator);
        var page = await house.NewPersonAsync(width: 1000);
        await page.SignInAsync("pictured");

        await _album.TakeAsync(page, $"{round}/queue", "team-queue", from: "main h2");
        await _album.TakeAsync(page, $"{round}/inputs?uncoded=true", "team-inputs", from: "main form");
        await page.GotoAsync($"{round}/inputs?words=credible+resources");
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.CheckAsync("#s2");
        await page.Locator("button[formaction*='handler=Preview']").FollowAsync();
        await _album.TakeSeenAsync(page, "team-review", from: "#preview");
        await _album.TakeAsync(page, $"{round}/themes", "team-themes", from: "main ul.cards");
        await _album.TakeAsync(page, $"{round}/suggestions", "team-suggestions", from: "main h2");
        await _album.TakeAsync(page, $"{round}/alike", "team-alike", from: "main h2");
        await page.GotoAsync($"{round}/imports/new");
        await page.FillAsync("#Source", "Notes of the meeting in Tunis");
        await page.FillAsync("#Note", "## Focus area 3\nRemedy begins with somebody who listens, said several.\n\n## Over lunch\nWho pays for the expert in court?\n");
        await page.Locator("#read button").FollowAsync();
        await _album.TakeSeenAsync(page, "team-import", from: "main h2");
        await _album.TakeAsync(page, $"{round}/matrix", "team-matrix", from: "main h2");
        await _album.TakeAsync(page, $"{round}/exports", "team-exports", from: "main h1");

        await page.GotoAsync($"{round}/second-coder");
        await page.AskSecondCoderAsync(member.Id);
        await page.Locator("#mine a.button").FollowAsync();
        await page.CodeBlindAsync();
        await _album.TakeAsync(page, $"{round}/second-coder/disputes", "team-disputes", from: "[data-disputes]");
        await page.Context.CloseAsync();
        _album.Close(10);
    }
}
