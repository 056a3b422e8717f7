using Microsoft.Playwright;

namespace BTech.Browser.Tests.Pictures;

/// <summary>Takes pictures for the documents. <c>docs/images/take.sh</c> keeps them; otherwise they are only taken and looked at for their size.</summary>
internal sealed class Album : IDisposable
{
    private const int LargestFile = 200_000;

    private readonly string? _kept = Environment.GetEnvironmentVariable("PICTURES");
    private readonly string _taken = Path.Combine(Path.GetTempPath(), $"pictures-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_taken)) Directory.Delete(_taken, recursive: true);
    }

    /// <summary>Goes to a page and takes what is seen of it, from a place on it downwards.</summary>
    public async Task TakeAsync(IPage page, string address, string name, string? from = null)
    {
        await page.GotoAsync(address);
        await TakeSeenAsync(page, name, from);
    }

    /// <summary>Takes what is seen of the page, from a place on it downwards.</summary>
    public async Task TakeSeenAsync(IPage page, string name, string? from = null)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        if (from is not null) await page.Locator(from).First.EvaluateAsync("place => scrollTo(0, place.getBoundingClientRect().top + scrollY - 24)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(_taken, $"{name}.png") });
    }

    /// <summary>Says what is too large, and keeps the pictures where they are wanted.</summary>
    public void Close(int count)
    {
        var pictures = Directory.GetFiles(_taken);
        Assert.Equal(count, pictures.Length);
        Assert.All(pictures, picture => Assert.InRange(new FileInfo(picture).Length, 1, LargestFile));
        if (_kept is not null)
            foreach (var picture in pictures) File.Copy(picture, Path.Combine(_kept, Path.GetFileName(picture)), overwrite: true);
    }
}
