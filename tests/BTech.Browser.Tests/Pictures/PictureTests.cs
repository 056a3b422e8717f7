namespace BTech.Browser.Tests.Pictures;

/// <summary>The pictures of the README.</summary>
public sealed class PictureTests(House house) : IDisposable
{
    private readonly Album _album = new();

    public void Dispose() => _album.Dispose();

    [Fact]
    public async Task Pictures_OfTheMainPages_AreSmall()
    {
        var visitor = await house.NewPersonAsync();
        await _album.TakeAsync(visitor, "/", "home");
        await _album.TakeAsync(visitor, "/reports/1", "report");

        // One has begun and sent nothing yet; the other, in Arabic, has sent.
        var writer = await house.NewPersonAsync();
        await writer.EnterAsync(await house.LinkAsync("hannah.brightwater"));
        await _album.TakeAsync(writer, "/participate", "task-list");
        await _album.TakeAsync(writer, "/participate/focus-areas/3", "focus-area");
        var phone = await house.NewPersonAsync(width: 390);
        await phone.EnterAsync((await house.LinkAsync("yusuf.benachour")).Replace("/participate/", "/ar/participate/", StringComparison.Ordinal));
        await _album.TakeAsync(phone, "/ar/participate", "task-list-ar");
        await _album.TakeAsync(phone, "/ar/participate/focus-areas/4", "focus-area-ar");

        var moderator = await house.NewPersonAsync();
        await moderator.SignInAsync("moderator");
        await moderator.GotoAsync("/moderate/windows/b-tech/2/inputs?words=credible+resources");
        await moderator.Locator(".cards h2 a").First.FollowAsync();
        await _album.TakeAsync(moderator, new Uri(moderator.Url).PathAndQuery, "coding");
        await _album.TakeAsync(moderator, "/moderate/reports/2", "report-editor");
        foreach (var person in new[] { visitor, writer, phone, moderator }) await person.Context.CloseAsync();

        _album.Close(8);
    }
}
