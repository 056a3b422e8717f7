using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BTech.Benchmarks.Measuring;

/// <summary>Pages per second of one address under a number of connections, by <c>wrk</c>: the load must cost less than what is measured.</summary>
public static partial class Wrk
{
    public static bool IsInstalled => Programs.Find("wrk") is not null;

    /// <exception cref="InvalidOperationException">Answers other than 200 came: the figure would mean nothing.</exception>
    public static async Task<double> RateAsync(Uri address, int connections, TimeSpan time, string? cookie, CancellationToken cancel)
    {
        List<string> arguments =
        [
            "-t1", $"-c{connections.ToString(CultureInfo.InvariantCulture)}",
            $"-d{((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture)}s",
        ];
        if (cookie is not null) arguments.AddRange(["-H", $"Cookie: {cookie}"]);
        arguments.Add(address.ToString());
        var output = await Programs.RunAsync("wrk", arguments, cancel);
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"{address} did not always answer 200:\n{output}");
        return double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex PerSecond();
}
