using System.Diagnostics;
using System.Text.Json;
using BTech.Testing;
using BTech.Web.Tests.Starting;

namespace BTech.Web.Tests.Crossings;

/// <summary>
/// Seal and mix killed by a real SIGKILL, each at a step of its own, and started again: what was sent stands in the record once, and
/// nothing else does. A step is held by a row or a table that the test has locked, so the product needs no switch for it.
/// </summary>
public sealed class KilledSealTests : IAsyncLifetime
{
    private const int Sent = 24;

    private static readonly string[] Both = ["--as", "administrator@example.org", "--confirm-as", "administrator2@example.org"];

    // The quick form kills where the record is written but not committed.
    private static readonly int[] Steps = Environment.GetEnvironmentVariable("TEST_FULL") == "1" ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [5];

    private Installed _installed = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _installed = await Installed.NewAsync();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task MixAndSeal_KilledAtStepAfterStep_AreFinishedByTheNextRun()
    {
        var made = JsonDocument.Parse(await DoneAsync(["seed", "synthetic", "--participants", "12", "--inputs", $"{Sent}", "--json"]));
        var window = made.RootElement.GetProperty("window").GetString()!;
        await KillAMixAsync(window);

        await DoneAsync(["window", "close", window, .. Both], Installed.Password, Installed.Password);
        var id = await _installed.Database.AskAsync<Guid>("SELECT window_id FROM record.window_state");
        foreach (var step in Steps)
        {
            await using (var held = await _installed.Database.BeginAsync($"INSERT INTO record.seal (window_id, step, outcome) VALUES ('{id}', {step}, 'held') ON CONFLICT (window_id, step) DO UPDATE SET outcome = 'held'"))
                await KillAsync(held, ConsultProcess.Start(["window", "seal", window, .. Both], _installed.Settings(), Installed.Password, Installed.Password));

            // Before the fifth step's commit nothing can be read, and after it nothing is in two places.
            var (boxes, inputs) = (await CountAsync("box"), await CountAsync("sealed_input"));
            Assert.True(step <= 5 ? (boxes, inputs) == (14, 0) : (boxes, inputs) == (0, Sent), $"Killed at step {step}: {boxes} boxes, {inputs} inputs.");
            Assert.NotEqual("sealed", await _installed.Database.AskAsync<string>("SELECT state FROM record.window_state"));
        }

        await DoneAsync(["window", "seal", window, .. Both], Installed.Password, Installed.Password);
        Assert.Equal((long)Sent, await CountAsync("sealed_input"));
        Assert.Equal((long)Sent, await CountAsync("input_lookup"));
        Assert.Equal(12L, await CountAsync("contributor"));
        Assert.Equal(0L, await CountAsync("box"));
        Assert.Equal(9L, await _installed.Database.AskAsync<long>("SELECT count(*) FROM record.seal WHERE outcome IN ('done', 'not permitted here')"));
        Assert.False(Directory.Exists(Path.Combine(_installed.Folder, "keys", "windows", id.ToString())));
    }

    /// <summary>Whoever is invited late gets a box by a mix, so inviting is what is killed: in the middle of writing all boxes anew.</summary>
    private async Task KillAMixAsync(string window)
    {
        await _installed.Database.ExecuteAsync("""
            CREATE FUNCTION record.hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(4242); RETURN NEW; END $$;
            CREATE TRIGGER hold BEFORE INSERT ON record.box FOR EACH ROW EXECUTE FUNCTION record.hold();
            """);
        const string boxes = "SELECT count(*) || ' ' || md5(string_agg(md5(box), '' ORDER BY tag)) FROM record.box";
        var before = await _installed.Database.AskAsync<string>(boxes);

        await using (var held = await _installed.Database.BeginAsync("SELECT pg_advisory_xact_lock(4242)"))
            await KillAsync(held, ConsultProcess.Start(["invite", window, await PersonAsync("ada")], _installed.Settings()));
        Assert.Equal(before, await _installed.Database.AskAsync<string>(boxes));

        // The next mix gives a box to both, and keeps what the others wrote: the seal will find it.
        await _installed.Database.ExecuteAsync("DROP FUNCTION record.hold() CASCADE");
        await DoneAsync(["invite", window, await PersonAsync("bo")]);
        Assert.Equal(14L, await CountAsync("box"));
    }

    private async Task<string> PersonAsync(string name)
    {
        var file = Path.Combine(_installed.Folder, $"{name}.csv");
        await File.WriteAllTextAsync(file, $"name,role,organisation,group,email,language\n{name} Example,Adviser,{name} Foundation,companies,{name}@example.org,en\n", Cancel);
        return file;
    }

    /// <summary>Waits until the product waits for what the test holds, kills it, and lets go.</summary>
    private static async Task KillAsync(Underway held, ConsultProcess process)
    {
        await using (process)
        {
            var limit = Stopwatch.StartNew();
            while (await held.WaitingAsync() is 0L)
            {
                Assert.False(process.HasEnded, process.HasEnded ? (await process.EndAsync()).Errors : "");
                Assert.True(limit.Elapsed < TimeSpan.FromMinutes(2), "The product never came to the step that the test holds.");
                await Task.Delay(50, Cancel);
            }
            await process.SignalAsync("KILL");
            await process.EndAsync();
        }
        // What the killed process had asked the server for would otherwise go on as soon as the row is free.
        await held.EndWaitingAsync();
    }

    private Task<long> CountAsync(string table) => _installed.Database.AskAsync<long>($"SELECT count(*) FROM record.{table}");

    private async Task<string> DoneAsync(string[] arguments, params string[] lines)
    {
        var answer = await ConsultVerb.RunAsync(arguments, _installed.Settings(), lines);
        Assert.True(answer.ExitCode == 0, $"{string.Join(' ', arguments)}: {answer.Errors}");
        return answer.Output;
    }
}
