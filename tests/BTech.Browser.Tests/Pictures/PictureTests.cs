using Microsoft.Playwright;

namespace BTech.Browser.Tests.Pictures;

/// <summary>The pictures of the README. <c>docs/images/take.sh</c> keeps them; otherwise they are only taken and looked at for their size.</summary>
public sealed class PictureTests(House house) : IDisposable
{
    private const int LargestFile = 200_000;

    private readonly string? _kept = Environment.GetEnvironmentVariable("PICTURES");
    private readonly string _taken = Path.Combine(Path.GetTempPath(), $"pictures-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_taken)) Directory.Delete(_taken, recursive: true);
    }

    [Fact]
    public async Task Pictures_OfTheMainPages_AreSmall()
    {
        var visitor = await house.NewPersonAsync();
        await TakeAsync(visitor, "/", "home");
        await TakeAsync(visitor, "/reports/1", "report");

        // One has begun and sent nothing yet; the other, in Arabic, has sent.
        var writer = await house.NewPersonAsync();
        await writer.EnterAsync(await house.LinkAsync("hannah.brightwater"));
        await TakeAsync(writer, "/participate", "task-list");
        await TakeAsync(writer, "/participate/focus-areas/3", "focus-area");
        var phone = await house.NewPersonAsync(width: 390);
        await phone.EnterAsync((await house.LinkAsync("yusuf.benachour")).Replace("/participate/", "/ar/participate/", StringComparison.Ordinal));
        await TakeAsync(phone, "/ar/participate", "task-list-ar");
        await TakeAsync(phone, "/ar/participate/focus-areas/4", "focus-area-ar");

        var moderator = await house.NewPersonAsync();
        await moderator.SignInAsync("moderator");
        await moderator.GotoAsync("/moderate/windows/b-tech/2/inputs?words=credible+resources");
        await moderator.Locator(".cards h2 a").First.FollowAsync();
        await TakeAsync(moderator, new Uri(moderator.Url).PathAndQuery, "coding");
        await TakeAsync(moderator, "/moderate/reports/2", "report-editor");
        foreach (var person in new[] { visitor, writer, phone, moderator }) await person.Context.CloseAsync();

        var pictures = Directory.GetFiles(_taken);
        Assert.Equal(8, pictures.Length);
        Assert.All(pictures, picture => Assert.InRange(new FileInfo(picture).Length, 1, LargestFile));
        if (_kept is not null)
            foreach (var picture in pictures) File.Copy(picture, Path.Combine(_kept, Path.GetFileName(picture)), overwrite: true);
    }

    private async Task TakeAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(_taken, $"{name}.png") });
    }
}
