using System.Diagnostics;
using System.Globalization;
using BTech.Benchmarks.Measuring;

namespace BTech.Benchmarks.Peers;

/// <summary>The bare peer in a process of its own.</summary>
internal sealed class BareSite : IAsyncDisposable
{
    private readonly Process _process;

    private BareSite(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BareSite> StartAsync(string connectionString, int bytes, CancellationToken cancel)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}/");
        var process = Programs.Start("dotnet", [typeof(BareSite).Assembly.Location, "peer", address.ToString().TrimEnd('/'), connectionString],
            new Dictionary<string, string> { ["BARE_BYTES"] = bytes.ToString(CultureInfo.InvariantCulture), ["ASPNETCORE_ENVIRONMENT"] = "Production" });
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 120; tries++)
        {
            try
            {
                using var page = await http.GetAsync(new Uri("bare/1", UriKind.Relative), cancel);
                if (page.IsSuccessStatusCode) return new BareSite(process, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(250, cancel);
        }
        throw new InvalidOperationException("The bare peer is not ready after half a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
