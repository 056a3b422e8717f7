using System.Diagnostics;
using System.Globalization;
using BTech.Agenda;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using BTech.Record;
using BTech.Record.Inputs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P6: a page of the team's list of inputs with words and a theme as filters in a window of 1,000,000 inputs, against the same page in one of 1,000, for
/// a common, a rare and an absent word. Measured is the list as the page asks for it, by readers who each begin at a place of their own; what surrounds
/// it on the page is the same in both windows. The bar is 1.5 times as long at the 95th percentile, or 50 milliseconds.
/// </summary>
internal static class FindInputs
{
    private const int Small = 1_000;
    private const int Readers = 60;
    private const double Bar = 1 / 1.5;

    // Below so many seconds a page is quick whatever the other one takes: 50 ms stand at the bar.
    private const double Quick = 0.05 * Bar;

    private const string Common = "rights";
    private const string Rare = "zeppelin";
    private const string Absent = "xylograph";

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation running, Schedule schedule, CancellationToken cancel)
    {
        var count = schedule == Schedule.Quick ? 100_000 : 1_000_000;
        await using var product = await Installation.PrepareOnlyAsync(cancel);
        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        var (theme, large, small) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {count:N0} inputs …"));
        await FillAsync(source, theme, large, count, cancel);
        await FillAsync(source, theme, small, Small, cancel);
        // Pooled, as the site's own connections are; the superuser's are not.
        var pooled = new NpgsqlConnectionStringBuilder(product.SuperuserConnection()) { Pooling = true }.ConnectionString;
        var services = new ServiceCollection().AddRecord(_ => NpgsqlDataSource.Create(pooled));
        await using var provider = services.BuildServiceProvider();
        var watch = Stopwatch.StartNew();
        // The first search of a window prepares its texts.
        foreach (var window in new[] { small, large }) await PageAsync(provider, window, new InputFilter { Contains = Absent }, Guid.NewGuid(), cancel);
        var prepared = watch.Elapsed.TotalSeconds;
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  search texts prepared in {prepared:N0} s"));
        await using (var analyse = source.CreateCommand("VACUUM ANALYZE record.sealed_input, record.search_text, record.coded_excerpt"))
        {
            analyse.CommandTimeout = 0;
            await analyse.ExecuteNonQueryAsync(cancel);
        }
        var results = new List<Result>();
        foreach (var (id, word, withTheme) in new[] { ("P6a", Common, false), ("P6b", Rare, false), ("P6c", Absent, false), ("P6d", Common, true), ("P6e", Rare, true), ("P6f", Absent, true) })
            results.Add(await WordAsync(id, word, withTheme ? theme : null));
        return results;

        async Task<Result> WordAsync(string id, string word, Guid? withTheme)
        {
            var filter = new InputFilter { Contains = word, Theme = withTheme };
            var (rounds, seconds) = (new List<Round>(), new List<double>());
            for (var round = -1; round < 5; round++)
            {
                var (inSmall, inLarge) = (await NinetyFifthAsync(small), await NinetyFifthAsync(large));
                // The first of each warms caches and is not counted.
                if (round < 0) continue;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {id}: {inSmall * 1000:N1} and {inLarge * 1000:N1} ms"));
                seconds.Add(inLarge);
                rounds.Add(new Round(1 / inLarge, 1 / Math.Max(inSmall, Quick)));
            }
            return new Result(id, $"list of {count.ToString("N0", CultureInfo.InvariantCulture)} inputs, {word}{(withTheme is null ? "" : " and a theme")}", "pages", Bar, rounds, string.Create(CultureInfo.InvariantCulture,
                $"{Result.Median(seconds) * 1000:N1} ms at the 95th percentile; search texts of both windows prepared in {prepared:N0} s"));

            // Seconds of a page, of which one in twenty takes longer.
            async Task<double> NinetyFifthAsync(Guid window)
            {
                var times = new List<double>();
                for (var reader = 0; reader < Readers; reader++)
                {
                    var page = Stopwatch.StartNew();
                    await PageAsync(provider, window, filter, Guid.NewGuid(), cancel);
                    times.Add(page.Elapsed.TotalSeconds);
                }
                return times.Order().ElementAt((int)(Readers * 0.95) - 1);
            }
        }
    }

    private static async Task PageAsync(ServiceProvider provider, Guid window, InputFilter filter, Guid reader, CancellationToken cancel)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InputList>().PageAsync(new StaffId(reader), window, filter, cancel: cancel);
    }

    // Texts of forty words; one in three holds the common word, one in fifty thousand and one of each window the rare one; one in ten carries the theme.
    private static async Task FillAsync(NpgsqlDataSource source, Guid theme, Guid window, int count, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using (var begin = new NpgsqlCommand($"""
            INSERT INTO record.theme (id, consultation_id, name, definition, when_to_use, when_not, example, is_cross_cutting)
              VALUES ('{theme}', gen_random_uuid(), 'Measured', '', '', '', '', false) ON CONFLICT DO NOTHING;
            INSERT INTO record.contributor (id, window_id) SELECT gen_random_uuid(), '{window}' FROM generate_series(1, {Math.Max(1, count / 4)})
            """, connection) { CommandTimeout = 0 }) await begin.ExecuteNonQueryAsync(cancel);
        var random = new Random(count);
        var vocabulary = new Vocabulary(random, shortest: 3);
        await using (var copy = await connection.BeginBinaryImportAsync("COPY record.sealed_input (id, window_id, focus_area_number, kind, text, language, permission, leaf) FROM STDIN (FORMAT BINARY)", cancel))
        {
            for (var at = 0; at < count; at++)
            {
                var words = Enumerable.Range(0, 40).Select(_ => vocabulary.Frequent()).ToList();
                if (at % 3 == 0) words[random.Next(40)] = Common;
                if (at % 50_000 == 7) words[random.Next(40)] = Rare;
                await copy.StartRowAsync(cancel);
                await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(window, NpgsqlDbType.Uuid, cancel);
                await copy.WriteAsync(1 + (at % 4), NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync((int)InputKind.Comment, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(string.Join(' ', words), NpgsqlDbType.Text, cancel);
                await copy.WriteAsync("en", NpgsqlDbType.Text, cancel);
                await copy.WriteAsync((int)QuotingPermission.Paraphrase, NpgsqlDbType.Integer, cancel);
                await copy.WriteAsync(new byte[32], NpgsqlDbType.Bytea, cancel);
            }
            await copy.CompleteAsync(cancel);
        }
        await using var code = new NpgsqlCommand($"""
            INSERT INTO record.coded_excerpt (id, input_id, theme_id, start, "end", stance, coded_by, merged_from, compared_as, counts, is_settled, in_translation)
              SELECT gen_random_uuid(), id, '{theme}', 0, 10, 1, gen_random_uuid(), ARRAY[]::uuid[], 0, true, false, false FROM record.sealed_input
              WHERE window_id = '{window}' AND get_byte(uuid_send(id), 0) < 26
            """, connection) { CommandTimeout = 0 };
        await code.ExecuteNonQueryAsync(cancel);
    }
}
