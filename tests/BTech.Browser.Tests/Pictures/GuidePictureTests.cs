using Microsoft.Playwright;

namespace BTech.Browser.Tests.Pictures;

/// <summary>The pictures of the guides.</summary>
public sealed class GuidePictureTests(House house) : IDisposable
{
    private const string Round = "/admin/windows/b-tech/3";

    private readonly Album _album = new();

    public void Dispose() => _album.Dispose();

    [Fact]
    public async Task Pictures_OfAParticipantsWay_AreSmall()
    {
        var page = await house.NewPersonAsync(width: 900);
        await _album.TakeAsync(page, await house.LinkAsync("hope.mutasa"), "participant-link");
        await page.Locator("main form button").FollowAsync();
        await _album.TakeSeenAsync(page, "participant-rule");
        await page.CheckAsync("#Accepted");
        await page.Locator("main form button").FollowAsync();
        await page.Locator(".task-list a[href$='focus-areas/3']").FollowAsync();
        await page.FillAsync("#Text", "Remedy begins with knowing that harm was done. As the only network in the region that keeps a help line, we at Example Women’s Internet Programme hear of it first.");
        await page.PressAsync("draft");
        await page.Locator("main [data-coach] a").FollowAsync();
        await _album.TakeSeenAsync(page, "participant-coach", from: "dl [data-coach]");
        await page.GotoAsync("/participate/focus-areas/3");
        await page.FillAsync("#Text", "Remedy begins with knowing that harm was done. Help lines hear of it first.");
        await page.PressAsync("continue");
        await _album.TakeAsync(page, "/participate/check", "participant-check");
        await page.PressAsync("send");
        await _album.TakeSeenAsync(page, "participant-sent");
        await _album.TakeAsync(page, "/participate/you", "participant-you");
        await page.Context.CloseAsync();
        var phone = await house.NewPersonAsync(width: 320);
        await _album.TakeAsync(phone, (await house.LinkAsync("rania.haddad")).Replace("/participate/", "/ar/participate/", StringComparison.Ordinal), "participant-link-ar");
        await phone.Context.CloseAsync();
        _album.Close(7);
    }

    [Fact]
    public async Task Pictures_OfAnAdministratorsWay_AreSmall()
    {
        var page = await house.NewPersonAsync(width: 1000);
        await page.SignInAsync("administrator");
        await _album.TakeAsync(page, "/admin/consultations/b-tech/papers/2/changes?show=changed", "admin-changes");
        await _album.TakeAsync(page, "/admin/consultations/b-tech/windows/new?like=3", "admin-new-round");
        await _album.TakeAsync(page, Round, "admin-round");
        await _album.TakeAsync(page, $"{Round}/groups", "admin-groups");
        await page.GotoAsync($"{Round}/people/import");
        await page.SetInputFilesAsync("#People", new FilePayload
        {
            Name = "people.csv", MimeType = "text/csv",
            Buffer = "name,role,organisation,group,email,language\nAda Example,Counsel,Example One,companies,ada@example.org,en\nBen Example,,Example Two,pirates,ben,xx\n"u8.ToArray(),
        });
        await page.Locator("#check button").FollowAsync(isRefused: true);
        await _album.TakeSeenAsync(page, "admin-import");
        await _album.TakeAsync(page, $"{Round}/mails", "admin-mails");
        await _album.TakeAsync(page, $"{Round}/preview/sent/participate", "admin-preview");
        await _album.TakeAsync(page, $"{Round}/seal", "admin-seal");
        await page.Context.CloseAsync();
        var officer = await house.NewPersonAsync(width: 1000);
        await officer.SignInAsync("offers");
        await _album.TakeAsync(officer, "/admin/offers", "admin-offers");
        await officer.Context.CloseAsync();
        _album.Close(9);
    }
}
