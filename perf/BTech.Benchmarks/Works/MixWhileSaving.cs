using System.Diagnostics;
using System.Globalization;
using System.Net;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using Npgsql;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P13: all boxes of a window mixed while people save, against copying the same boxes out of the database and into it. Each round invites
/// one more person, who can only be given a box by a mix; it also tells how long a save waited at most, and reads back what was saved.
/// </summary>
internal static class MixWhileSaving
{
    private const double Bar = 1.0 / 3;
    private const int Savers = 2;
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation running, Schedule schedule, CancellationToken cancel)
    {
        var (boxes, longest) = schedule == Schedule.Quick ? (1_000, 1.0) : (5_000, 3.0);
        await using var product = await Installation.StartAsync(boxes, cancel);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Savers };
        using var http = new HttpMessageInvoker(handler);
        var savers = new List<Saver>();
        for (var saver = 0; saver < Savers; saver++)
        {
            var visitor = new Visitor(http, product.Address);
            await visitor.EnterAsync(product.Codes.Dequeue(), cancel);
            savers.Add(new Saver(visitor, saver));
        }
        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using (var table = new NpgsqlCommand("CREATE TABLE public.copied (LIKE record.box INCLUDING ALL)", connection)) await table.ExecuteNonQueryAsync(cancel);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var saving = Task.WhenAll(savers.Select(saver => Task.Run(() => saver.SaveUntilAsync(enough.Token), cancel)));
        var rounds = new List<Round>();
        var file = Path.GetTempFileName();
        try
        {
            // What a command takes that does nothing but start is taken off.
            var idle = (await product.RunAsync(["window", "list"], null, cancel)).Seconds;
            for (var round = 0; round < Rounds; round++)
            {
                await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture,
                    $"name,role,organisation,group,email,language\nLate Person {round},Adviser,Late Organisation {round},companies,late{round}@example.org,en\n"), cancel);
                foreach (var saver in savers) saver.IsWatched = true;
                var seconds = (await product.RunAsync(["invite", $"{product.Slug}/1", file, "--separate"], null, cancel)).Seconds - idle;
                foreach (var saver in savers) saver.IsWatched = false;
                var mixed = await CountAsync(connection, cancel);
                if (mixed != boxes + round + 1) throw new InvalidOperationException($"{mixed} boxes after round {round + 1}: it did not mix.");
                rounds.Add(new Round(mixed / Math.Max(0.001, seconds), mixed / await CopyAsync(connection, cancel)));
            }
        }
        finally
        {
            File.Delete(file);
            await enough.CancelAsync();
        }
        await saving;
        var lost = 0;
        foreach (var saver in savers) lost += await saver.LostAsync(cancel);
        var longestWait = savers.Max(saver => saver.LongestWait);
        return
        [
            new Result("P13", string.Create(CultureInfo.InvariantCulture, $"{boxes:N0} boxes mixed while {Savers} people save"), "boxes", Bar, rounds, string.Create(CultureInfo.InvariantCulture,
                $"{savers.Sum(saver => saver.Saved):N0} saves, {lost} lost; the longest during a mix took {longestWait:N2} s ({(longestWait <= longest ? "within" : "over")} {longest:N0})")),
        ];
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM record.box", connection);
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<double> CopyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using (var empty = new NpgsqlCommand("TRUNCATE public.copied", connection)) await empty.ExecuteNonQueryAsync(cancel);
        using var rows = new MemoryStream();
        var copy = new BinaryCopy(connection);
        return await copy.OutAsync("record.box", rows, cancel) + await copy.InAsync("public.copied", rows, cancel);
    }

    /// <summary>One person who saves one text after the other, as fast as the answers come.</summary>
    private sealed class Saver(Visitor visitor, int number)
    {
        private int _version;

        /// <summary>Whether a mix may be running.</summary>
        public volatile bool IsWatched;

        /// <summary>Seconds that the slowest save took which began while a mix might run.</summary>
        public double LongestWait { get; private set; }

        public int Saved => _version;

        public async Task SaveUntilAsync(CancellationToken enough)
        {
            const string path = "participate/focus-areas/1";
            while (!enough.IsCancellationRequested)
            {
                var (_, page) = await visitor.GetAsync(path, CancellationToken.None);
                var isWatched = IsWatched;
                var watch = Stopwatch.StartNew();
                Visitor.Expect(HttpStatusCode.Redirect, await visitor.PostAsync(path, page,
                    [new("Text", Words(_version + 1)), new("WrittenIn", "en"), new("Permission", "Paraphrase"), new("Then", "continue")], CancellationToken.None), "saving");
                _version++;
                if (isWatched) LongestWait = Math.Max(LongestWait, watch.Elapsed.TotalSeconds);
            }
        }

        public async Task<int> LostAsync(CancellationToken cancel)
        {
            var (_, check) = await visitor.GetAsync("participate/check", cancel);
            return check.Split(Words(_version)).Length == 2 ? 0 : 1;
        }

        private string Words(int version) => CommentText.Of(number * 100_000 + version, 1);
    }
}
