using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Peers;
using BTech.Benchmarks.Product;
using Npgsql;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P3: four clients who each open, fill in and save four focus areas of 600 characters and send, against (a) the same statements
/// by pgbench and (b) the same journey on a bare Razor form that updates one row.
/// </summary>
internal static partial class SaveAndSend
{
    private const int Clients = 4;
    private const int Areas = 4;
    private const int BareRows = 400;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation product, Schedule schedule, CancellationToken cancel)
    {
        const string work = "four areas saved and sent by 4 clients";
        var peerDatabase = await product.PeerDatabaseAsync(cancel);
        await BareRow.CreateAsync(peerDatabase, BareRows, cancel);
        await using var bare = await BareSite.StartAsync(peerDatabase, 6000, cancel);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Clients };
        using var http = new HttpMessageInvoker(handler);
        var authors = new List<Visitor>();
        for (var author = 0; author < Clients * 16; author++)
        {
            var visitor = new Visitor(http, product.Address);
            await visitor.EnterAsync(product.Codes.Dequeue(), cancel);
            authors.Add(visitor);
        }

        var journeys = 0L;
        var written = 0L;
        var turn = -1;
        var versions = new int[authors.Count];
        async Task<double> ProductAsync(TimeSpan time)
        {
            var before = await WalAsync(product, cancel);
            var (rate, count) = await InTurnsAsync(time, async client =>
            {
                // Each author belongs to one client, so that no two of them write into one box.
                var own = client + Clients * (Interlocked.Increment(ref turn) % (authors.Count / Clients));
                await SendAllAsync(authors[own], own, ++versions[own], cancel);
            });
            journeys += count;
            written += await WalAsync(product, cancel) - before;
            return rate;
        }

        var bareTurn = 0;
        Task<double> BareAsync(TimeSpan time) => RateAsync(InTurnsAsync(time, client => BareJourneyAsync(http, bare.Address, client + 1 + Clients * (Interlocked.Increment(ref bareTurn) % (BareRows / Clients)), cancel)));

        var results = new List<Result>();
        var againstForm = await schedule.AlternateAsync(ProductAsync, BareAsync);
        var pgbench = Programs.Find("pgbench") is null
            ? []
            : await schedule.AlternateAsync(ProductAsync, time => PgbenchAsync(product, peerDatabase, time, cancel));
        var (lost, checkedTexts) = await CountLostAsync(authors, versions, cancel);
        var perSave = written / Math.Max(1, journeys * (Areas + 1));
        results.Add(new Result("P3a", work + ", against the statements by pgbench", "journeys", 0.1, pgbench,
            pgbench.Count == 0 ? "not measured: install postgresql-contrib (pgbench)" : ""));
        results.Add(new Result("P3b", work + ", against a bare form", "journeys", 0.5, againstForm,
            $"{journeys:N0} journeys; of {checkedTexts:N0} texts read back {lost:N0} lost or doubled; {perSave:N0} bytes of WAL a save"));
        return results;
    }

    private static async Task SendAllAsync(Visitor author, int number, int version, CancellationToken cancel)
    {
        for (var area = 1; area <= Areas; area++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"participate/focus-areas/{area}");
            var (_, page) = await author.GetAsync(path, cancel);
            Visitor.Expect(HttpStatusCode.Redirect, await author.PostAsync(path, page,
                [new("Text", CommentText.Of(Author(number, version), area)), new("WrittenIn", "en"), new("Permission", "Paraphrase"), new("Then", "continue")], cancel), "saving");
        }
        var (_, check) = await author.GetAsync("participate/check", cancel);
        Visitor.Expect(HttpStatusCode.Redirect, await author.PostAsync("participate/check", check, [new("Then", "send")], cancel), "sending");
    }

    private static int Author(int number, int version) => number * 100_000 + version;

    private static async Task BareJourneyAsync(HttpMessageInvoker http, Uri site, int row, CancellationToken cancel)
    {
        var visitor = new Visitor(http, site);
        var path = string.Create(CultureInfo.InvariantCulture, $"bare/{row}");
        for (var save = 0; save <= Areas; save++)
        {
            var (_, page) = await visitor.GetAsync(path, cancel);
            Visitor.Expect(HttpStatusCode.Redirect, await visitor.PostAsync(path, page, [new("Text", CommentText.Of(row, save))], cancel), "the bare form");
        }
    }

    private static async Task<(double Rate, long Count)> InTurnsAsync(TimeSpan time, Func<int, Task> journey)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var count = 0L;
            while (clock.Elapsed < time)
            {
                await journey(client);
                count++;
            }
            return count;
        })));
        return (counts.Sum() / clock.Elapsed.TotalSeconds, counts.Sum());
    }

    private static async Task<double> RateAsync(Task<(double Rate, long Count)> turns) => (await turns).Rate;

    // The statements of five saves: is the invitation good, read the box, write a box that is new in every byte's place.
    private static async Task<double> PgbenchAsync(Installation product, string connectionString, TimeSpan time, CancellationToken cancel)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"\\set id random(1, {BareRows})\n" + string.Concat(Enumerable.Repeat(
                "SELECT 1 FROM bare WHERE id = :id AND invited;\nSELECT box FROM bare WHERE id = :id;\nUPDATE bare SET box = overlay(box placing decode(md5(random()::text), 'hex') from 1) WHERE id = :id;\n", Areas + 1)), cancel);
            var connection = new NpgsqlConnectionStringBuilder(connectionString);
            var output = await Programs.RunAsync("pgbench",
                ["-n", "-M", "prepared", "-c", $"{Clients}", "-j", "1", "-T", $"{Math.Max(1, (int)time.TotalSeconds)}", "-f", script, "-h", product.SocketFolder, "-p", $"{connection.Port}", "-U", connection.Username!, connection.Database!],
                cancel, new Dictionary<string, string> { ["PGPASSWORD"] = connection.Password! });
            return double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<long> WalAsync(Installation product, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        await using var ask = source.CreateCommand("SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
        return (long)(await ask.ExecuteScalarAsync(cancel))!;
    }

    // Every text that was acknowledged last stands on its page, once, and the task list says "sent".
    private static async Task<(int Lost, int Checked)> CountLostAsync(List<Visitor> authors, int[] versions, CancellationToken cancel)
    {
        var (lost, all) = (0, 0);
        for (var number = 0; number < authors.Count; number++)
        {
            if (versions[number] == 0) continue;
            var (_, check) = await authors[number].GetAsync("participate/check", cancel);
            for (var area = 1; area <= Areas; area++, all++)
                if (check.Split(CommentText.Of(Author(number, versions[number]), area)).Length != 2) lost++;
        }
        return (lost, all);
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex PerSecond();
}
