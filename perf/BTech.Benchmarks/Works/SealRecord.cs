using System.Globalization;
using System.Text.Json;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using Npgsql;

namespace BTech.Benchmarks.Works;

/// <summary>
/// P4: sealing 100,000 inputs of 25,000 contributors, against copying the same boxes out of the database and the same rows into it. Held
/// against that is step 5, which moves them; the remark tells what the whole act takes, two passwords and all checks included. A window can
/// be sealed once, so there is one round; it runs on a database of its own, because a site beside it would seal by the clock.
/// </summary>
internal static class SealRecord
{
    private const string Work = "a window sealed, step 5 against COPY of boxes and rows";
    private const double Bar = 0.25;
    private const long MostMemory = 300L * 1024 * 1024;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation running, Schedule schedule, CancellationToken cancel)
    {
        var (participants, inputs) = schedule == Schedule.Quick ? (2_500, 10_000) : (25_000, 100_000);
        await using var product = await Installation.PrepareOnlyAsync(cancel);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {participants:N0} people write {inputs:N0} texts …"));
        var seeded = await product.RunAsync(["seed", "synthetic", "--participants", Text(participants), "--inputs", Text(inputs), "--state", "closed", "--json"], null, cancel);
        using var json = JsonDocument.Parse(seeded.Output);
        var window = json.RootElement.GetProperty("window").GetString()!;

        await using var source = NpgsqlDataSource.Create(product.SuperuserConnection());
        await using var connection = await source.OpenConnectionAsync(cancel);
        var copy = new BinaryCopy(connection);
        var outSeconds = await copy.OutAsync("(SELECT b.tag, b.box FROM record.box b JOIN record.window_state s USING (window_id) ORDER BY b.tag)", Stream.Null, cancel);

        await using (var clock = new NpgsqlCommand(StepClock, connection)) await clock.ExecuteNonQueryAsync(cancel);
        // What a command takes that does nothing but start is taken off.
        var idle = await product.RunAsync(["window", "list"], null, cancel);
        var sealing = await product.RunAsync(
            ["window", "seal", window, "--as", "administrator@example.org", "--confirm-as", "administrator2@example.org"], $"{product.StaffPassword}\n{product.StaffPassword}\n", cancel);
        using var rows = new MemoryStream();
        await copy.OutAsync("record.sealed_input", rows, cancel);
        await using (var table = new NpgsqlCommand("CREATE TABLE public.copied (LIKE record.sealed_input INCLUDING ALL)", connection)) await table.ExecuteNonQueryAsync(cancel);
        var inSeconds = await copy.InAsync("public.copied", rows, cancel);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM public.copied", connection);
        var sealedInputs = (long)(await count.ExecuteScalarAsync(cancel))!;

        await using var fifth = new NpgsqlCommand(
            "SELECT extract(epoch FROM max(at) FILTER (WHERE step = 5) - max(at) FILTER (WHERE step = 4))::float8 FROM public.step_clock", connection);
        var seconds = (double)(await fifth.ExecuteScalarAsync(cancel))!;
        var memory = sealing.PeakBytes is { } peak && idle.PeakBytes is { } rest
            ? string.Create(CultureInfo.InvariantCulture, $"{(peak - rest) / 1024.0 / 1024:N0} MB above idle ({(peak - rest <= MostMemory ? "within" : "over")} 300)")
            : "memory not seen on this system";
        var remark = string.Create(CultureInfo.InvariantCulture,
            $"{sealedInputs:N0} of {inputs:N0} texts sealed, step 5 in {seconds:N1} s, the whole act in {sealing.Seconds - idle.Seconds:N1} s; COPY out {outSeconds:N1} s, in {inSeconds:N1} s; {memory}");
        return [new Result("P4", Work, "inputs", Bar, [new Round(sealedInputs / seconds, sealedInputs / (outSeconds + inSeconds))], remark)];
    }

    // The product notes no time on that side, and must not; the server's owner may, for one measurement.
    private const string StepClock = """
        CREATE TABLE public.step_clock (step int NOT NULL, at timestamptz NOT NULL);
        CREATE FUNCTION public.note_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
          'BEGIN INSERT INTO public.step_clock VALUES (NEW.step, clock_timestamp()); RETURN NULL; END';
        CREATE TRIGGER note_step AFTER INSERT OR UPDATE ON record.seal FOR EACH ROW EXECUTE FUNCTION public.note_step();
        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
