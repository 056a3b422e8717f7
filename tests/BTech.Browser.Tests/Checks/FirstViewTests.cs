using Microsoft.Playwright;

namespace BTech.Browser.Tests.Checks;

/// <summary>
/// What somebody on a slow network waits for: the first view of a page, with nothing kept from before, is under 60 kB over the wire, fonts
/// included, and nothing of it comes from elsewhere.
/// </summary>
public sealed class FirstViewTests(House house)
{
    private const int Most = 60_000;

    [Theory]
    [InlineData("")]
    [InlineData("ar/")]
    [InlineData("fr/")]
    [InlineData("ru/")]
    [InlineData("zh/")]
    public async Task FirstView_OfAPage_IsLightAndComesFromHere(string language)
    {
        var heavy = new List<string>();
        foreach (var address in new[] { "", "consultations/b-tech", $"participate/{house.Sample.Links[0].Address.Split('/')[^1]}" })
        {
            var (bytes, hosts) = await LoadAsync($"{house.Host.Address}{language}{address}");
            if (bytes >= Most) heavy.Add($"/{language}{address}: {bytes}");
            Assert.Equal([new Uri(house.Host.Address.ToString()).Authority], hosts);
        }
        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
    }

    private async Task<(long Bytes, IReadOnlyCollection<string> Hosts)> LoadAsync(string address)
    {
        var page = await house.NewPersonAsync();
        try
        {
            var wire = await page.Context.NewCDPSessionAsync(page);
            var (bytes, hosts) = (0L, new HashSet<string>());
            wire.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
            page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
            await wire.SendAsync("Network.enable");
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            return (Interlocked.Read(ref bytes), hosts);
        }
        finally
        {
            await page.Context.CloseAsync();
        }
    }
}
