using BTech.Team.Accounts;
using BTech.Team.Roles;

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
        var member = (await house.Host.WithAsync<StaffAccounts, StaffMember?>(accounts => accounts.AddAsync(null, "pictured@example.org", default)))!;
        await house.Host.WithAsync<StaffAccounts, PasswordProblem>(accounts => accounts.SetPasswordAsync(member.Id, House.Password, default));
        await house.Host.WithAsync<Assignments, AssignmentOutcome>(assignments => assignments.GiveAsync(null, member.Id, StaffRole.Moderator, null, default));
        var page = await house.NewPersonAsync(width: 1000);
        await page.SignInAsync("pictured");

        await TakeAsync("queue", "queue", "main h2");
        await TakeAsync("inputs?uncoded=true", "inputs", "main form");
        await page.GotoAsync($"{round}/inputs?words=credible+resources");
        await page.Locator(".cards h2 a").First.FollowAsync();
        await page.CheckAsync("#s2");
        await page.Locator("button[formaction*='handler=Preview']").FollowAsync();
        await _album.TakeSeenAsync(page, "team-review", from: "#preview");
        await TakeAsync("themes", "themes", "main ul.cards");
        await TakeAsync("suggestions", "suggestions", "main h2");
        await TakeAsync("alike", "alike", "main h2");
        await page.GotoAsync($"{round}/imports/new");
        await page.FillAsync("#Source", "Notes of the meeting in Tunis");
        await page.FillAsync("#Note", "## Focus area 3\nRemedy begins with somebody who listens, said several.\n\n## Over lunch\nWho pays for the expert in court?\n");
        await page.Locator("#read button").FollowAsync();
        await _album.TakeSeenAsync(page, "team-import", from: "main h2");
        await TakeAsync("matrix", "matrix", "main h2");
        await TakeAsync("exports", "exports", "main h1");

        await page.GotoAsync($"{round}/second-coder");
        await page.Locator("#Coder").SelectOptionAsync(member.Id.ToString());
        await page.Locator("[name=Share][value=All]").CheckAsync();
        await page.Locator("#open button").FollowAsync();
        await page.Locator("#mine a.button").FollowAsync();
        await page.CheckAsync("#s1");
        await page.Locator("[name=ThemeIds]").First.CheckAsync();
        await page.Locator("form.coding button.button").FollowAsync();
        await page.Locator("#blind form button").FollowAsync();
        await TakeAsync("second-coder/disputes", "disputes", "[data-disputes]");
        await page.Context.CloseAsync();
        _album.Close(10);

        async Task TakeAsync(string place, string name, string from)
        {
            await page.GotoAsync($"{round}/{place}");
            await _album.TakeSeenAsync(page, $"team-{name}", from);
        }
    }
}
