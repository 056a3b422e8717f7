using System.Text;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Peers;
using BTech.Benchmarks.Product;

namespace BTech.Benchmarks.Works;

/// <summary>P1: the public paper page, 32 connections, against nginx serving the same bytes from a file.</summary>
internal static class PublicPaper
{
    private const string Work = "public paper page, 32 connections, against nginx with its bytes";
    private const double Bar = 0.4;
    private const int Connections = 32;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation product, Schedule schedule, CancellationToken cancel)
    {
        foreach (var (name, isInstalled) in new[] { ("wrk", Wrk.IsInstalled), ("nginx", Nginx.IsInstalled) })
            if (!isInstalled) return [new Result("P1", Work, "pages", Bar, [], $"not measured: install {name}")];
        var address = new Uri(product.Address, $"consultations/{product.Slug}/paper");
        using var http = new HttpClient();
        var page = await http.GetByteArrayAsync(address, cancel);
        await using var nginx = new Nginx(page);
        var rounds = await schedule.AlternateAsync(
            time => Wrk.RateAsync(address, Connections, time, null, cancel),
            time => Wrk.RateAsync(nginx.Address, Connections, time, null, cancel));
        return [new Result("P1", Work, "pages", Bar, rounds, $"{page.Length:N0} bytes a page, {Encoding.UTF8.GetCharCount(page):N0} characters")];
    }
}
