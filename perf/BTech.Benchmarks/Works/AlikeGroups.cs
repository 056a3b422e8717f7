using System.Diagnostics;
using System.Globalization;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using BTech.Record.Similarity;
using Npgsql;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P7: near-duplicate groups over 100,000 texts, against one sequential read of the same texts out of the database. One text in ten is a copy of
/// another with a few words changed. The remark tells how the time grows from a quarter of the texts to all: with n log n it is at most 4.5 times.
/// </summary>
internal static class AlikeGroups
{
    private const string Work = "alike texts grouped, against one sequential read of them";
    private const double Bar = 1.0 / 60;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation product, Schedule schedule, CancellationToken cancel)
    {
        var count = schedule == Schedule.Quick ? 20_000 : 100_000;
        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        await using var connection = await source.OpenConnectionAsync(cancel);
        await FillAsync(connection, count, cancel);
        var rounds = new List<Round>();
        var (growth, groups, all) = (0.0, 0, 0.0);
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            var texts = await ReadAsync(connection, cancel);
            var read = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var quarter = NearDuplicates.Of(texts[..(count / 4)]).Count;
            var few = watch.Elapsed.TotalSeconds;
            watch.Restart();
            groups = NearDuplicates.Of(texts).Count;
            all = watch.Elapsed.TotalSeconds;
            if (round == 0 && quarter == 0) throw new InvalidOperationException("No group was found.");
            growth = all / few;
            rounds.Add(new Round(count / all, count / read));
        }
        await using (var drop = new NpgsqlCommand("DROP TABLE public.alike_texts", connection)) await drop.ExecuteNonQueryAsync(cancel);
        return [new Result("P7", Work, "texts", Bar, rounds, string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} texts, {groups:N0} groups; the last round took {all:N2} s, {growth:N2} times as long as for a quarter of them"))];
    }

    private static async Task FillAsync(NpgsqlConnection connection, int count, CancellationToken cancel)
    {
        await using (var make = new NpgsqlCommand("DROP TABLE IF EXISTS public.alike_texts; CREATE TABLE public.alike_texts (text text NOT NULL)", connection)) await make.ExecuteNonQueryAsync(cancel);
        var random = new Random(20261130);
        var vocabulary = new Vocabulary(random, shortest: 2);
        string[]? last = null;
        await using var copy = await connection.BeginTextImportAsync("COPY public.alike_texts FROM STDIN", cancel);
        for (var at = 0; at < count; at++)
        {
            var isCopy = last is not null && random.Next(10) == 0;
            var words = isCopy ? last!.ToArray() : [.. Enumerable.Range(0, random.Next(40, 160)).Select(_ => vocabulary.Frequent())];
            if (isCopy) for (var edit = 0; edit < 2; edit++) words[random.Next(words.Length)] = vocabulary.Any();
            else last = words;
            await copy.WriteAsync(string.Join(' ', words) + "\n");
        }
    }

    private static async Task<string[]> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var texts = new List<string>();
        await using var all = new NpgsqlCommand("SELECT text FROM public.alike_texts", connection);
        await using var reader = await all.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) texts.Add(reader.GetString(0));
        return [.. texts];
    }
}
