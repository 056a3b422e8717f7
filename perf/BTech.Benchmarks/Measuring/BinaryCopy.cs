using System.Diagnostics;
using Npgsql;

namespace BTech.Benchmarks.Measuring;

/// <summary>COPY in PostgreSQL's binary form: the fastest way in and out, which whatever moves a whole window is held against.</summary>
internal sealed class BinaryCopy(NpgsqlConnection connection)
{
    /// <summary>Copies what a table or a bracketed query holds out of the database.</summary>
    /// <returns>Seconds.</returns>
    public Task<double> OutAsync(string source, Stream to, CancellationToken cancel) => TimeAsync(async () =>
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {source} TO STDOUT (FORMAT BINARY)", cancel);
        await copy.CopyToAsync(to, cancel);
    });

    /// <summary>Copies rows, from the beginning of a stream, into a table.</summary>
    /// <returns>Seconds.</returns>
    public Task<double> InAsync(string table, Stream rows, CancellationToken cancel) => TimeAsync(async () =>
    {
        rows.Position = 0;
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancel);
        await rows.CopyToAsync(copy, cancel);
    });

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }
}
