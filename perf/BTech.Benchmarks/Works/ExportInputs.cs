using System.Globalization;
using System.Text.Json;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using Npgsql;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P5: 100,000 coded inputs written as CSV and as XLSX, against COPY of the same rows out of the database. What the command takes for a window of ten
/// inputs, which is start, two passwords and the register, is taken off.
/// </summary>
internal static class ExportInputs
{
    private const long MostMemory = 100L * 1024 * 1024;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation running, Schedule schedule, CancellationToken cancel)
    {
        var (participants, inputs) = schedule == Schedule.Quick ? (2_500, 10_000) : (25_000, 100_000);
        await using var product = await Installation.PrepareOnlyAsync(cancel);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {participants:N0} people write {inputs:N0} texts …"));
        var (large, small) = (await SealedAsync(product, participants, inputs, cancel), await SealedAsync(product, 20, 20, cancel));
        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        await using (var code = source.CreateCommand(Coding))
        {
            code.CommandTimeout = 0;
            await code.ExecuteNonQueryAsync(cancel);
        }
        return [await FormatAsync("P5a", "csv", 0.5), await FormatAsync("P5b", "xlsx", 0.1)];

        async Task<Result> FormatAsync(string id, string format, double bar)
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            var copy = new BinaryCopy(connection);
            var (rounds, memory, seconds) = (new List<Round>(), new List<long>(), new List<double>());
            // The first of each warms the server's caches and is not counted.
            for (var round = -1; round < 5; round++)
            {
                var idle = await ExportAsync(product, small, format, cancel);
                var whole = await ExportAsync(product, large, format, cancel);
                var limit = await copy.OutAsync("record.sealed_input", Stream.Null, cancel) + await copy.OutAsync("record.coded_excerpt", Stream.Null, cancel);
                if (round < 0) continue;
                seconds.Add(whole.Seconds - idle.Seconds);
                rounds.Add(new Round(inputs / seconds[^1], inputs / limit));
                if (whole.PeakBytes is { } peak && idle.PeakBytes is { } rest) memory.Add(peak - rest);
            }
            var remark = string.Create(CultureInfo.InvariantCulture, $"{seconds.Order().ElementAt(seconds.Count / 2):N2} s in the middle; ")
                + (memory.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{memory.Max() / 1024.0 / 1024:N0} MB above idle ({(memory.Max() <= MostMemory ? "within" : "over")} 100)") : "memory not seen on this system");
            return new Result(id, $"{inputs.ToString("N0", CultureInfo.InvariantCulture)} coded inputs as {format}, against COPY of the rows", "inputs", bar, rounds, remark);
        }
    }

    // Each input carries one theme on its whole, and every second one another on its beginning.
    private const string Coding = """
        INSERT INTO record.theme (id, consultation_id, name, definition, when_to_use, when_not, example, is_cross_cutting)
          SELECT gen_random_uuid(), consultation_id, 'Theme ' || n, '', '', '', '', false
          FROM (SELECT DISTINCT consultation_id FROM agenda.comment_window w WHERE EXISTS (SELECT FROM record.sealed_input i WHERE i.window_id = w.id)) c, generate_series(1, 20) n;
        INSERT INTO record.coded_excerpt (id, input_id, theme_id, start, "end", stance, coded_by, merged_from, compared_as, counts, is_settled, in_translation)
          SELECT gen_random_uuid(), i.id, (SELECT t.id FROM record.theme t WHERE t.consultation_id = w.consultation_id ORDER BY md5(t.id::text || i.id::text || part) LIMIT 1),
            0, CASE part WHEN 1 THEN char_length(i.text) ELSE char_length(i.text) / 2 + 1 END, 1, gen_random_uuid(), '{}', 0, true, false, false
          FROM record.sealed_input i JOIN agenda.comment_window w ON w.id = i.window_id, generate_series(1, 2) part
          WHERE part = 1 OR ascii(i.id::text) % 2 = 0;
        ANALYZE record.sealed_input, record.coded_excerpt, record.theme
        """;

    private static async Task<string> SealedAsync(Installation product, int participants, int inputs, CancellationToken cancel)
    {
        var seeded = await product.RunAsync(["seed", "synthetic", "--participants", Text(participants), "--inputs", Text(inputs), "--state", "sealed", "--json"], null, cancel);
        using var json = JsonDocument.Parse(seeded.Output);
        return json.RootElement.GetProperty("window").GetString()!;
    }

    private static async Task<Ran> ExportAsync(Installation product, string window, string format, CancellationToken cancel)
    {
        var file = Path.Combine(Path.GetTempPath(), $"btech-export-{Guid.NewGuid():N}.{format}");
        try
        {
            return await product.RunAsync(
                ["export", "inputs", window, "--format", format, "--reason", "measuring", "--delete-by", DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    "--as", "moderator@example.org", "--confirm-as", "clearance@example.org", "--out", file],
                $"{product.StaffPassword}\n{product.StaffPassword}\n", cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
