using System.Net;
using System.Text;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Peers;
using BTech.Benchmarks.Product;

namespace BTech.Benchmarks.Works;

/// <summary>P2: a participant's focus-area page with a draft in it, against a bare Razor form of the same bytes that reads one box.</summary>
internal static class FocusAreaPage
{
    private const string Work = "participant's focus-area page with a draft, against a bare form";
    private const double Bar = 0.5;
    private const int Connections = 8;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation product, Schedule schedule, CancellationToken cancel)
    {
        if (!Wrk.IsInstalled) return [new Result("P2", Work, "pages", Bar, [], "not measured: install wrk")];
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpMessageInvoker(handler);
        var author = new Visitor(http, product.Address);
        await author.EnterAsync(product.Codes.Dequeue(), cancel);
        const string path = "participate/focus-areas/1";
        var (_, page) = await author.GetAsync(path, cancel);
        Visitor.Expect(HttpStatusCode.Redirect, await author.PostAsync(path, page, [new("Text", CommentText.Of(1, 1)), new("Then", "draft"), new("WrittenIn", "en"), new("Permission", "Paraphrase")], cancel), "saving");
        (_, page) = await author.GetAsync(path, cancel);
        var bytes = Encoding.UTF8.GetByteCount(page);

        var peerDatabase = await product.PeerDatabaseAsync(cancel);
        await BareRow.CreateAsync(peerDatabase, 100, cancel);
        await using var bare = await BareSite.StartAsync(peerDatabase, bytes - 1000, cancel);
        var rounds = await schedule.AlternateAsync(
            time => Wrk.RateAsync(new Uri(product.Address, path), Connections, time, author.CookieHeader, cancel),
            time => Wrk.RateAsync(new Uri(bare.Address, "bare/1"), Connections, time, null, cancel));
        return [new Result("P2", Work, "pages", Bar, rounds, $"{bytes:N0} bytes a page")];
    }
}
