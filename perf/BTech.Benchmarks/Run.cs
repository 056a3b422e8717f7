using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BTech.Benchmarks.Measuring;
using BTech.Benchmarks.Product;
using BTech.Benchmarks.Works;

namespace BTech.Benchmarks;

/// <summary>One run: starts the product, measures each work against its limit, prints one table.</summary>
internal static class Run
{
    private static readonly IReadOnlyDictionary<string, Func<Installation, Schedule, CancellationToken, Task<IReadOnlyList<Result>>>> Works =
        new Dictionary<string, Func<Installation, Schedule, CancellationToken, Task<IReadOnlyList<Result>>>>(StringComparer.OrdinalIgnoreCase)
        {
            ["P1"] = PublicPaper.MeasureAsync,
            ["P2"] = FocusAreaPage.MeasureAsync,
            ["P3"] = SaveAndSend.MeasureAsync,
            ["P4"] = SealRecord.MeasureAsync,
            ["P5"] = ExportInputs.MeasureAsync,
            ["P6"] = FindInputs.MeasureAsync,
            ["P7"] = AlikeGroups.MeasureAsync,
            ["P10"] = LargePaper.MeasureAsync,
            ["P13"] = MixWhileSaving.MeasureAsync,
        };

    private static readonly JsonSerializerOptions AsJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> AsCommandAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Five minutes instead of twenty." };
        var only = new Option<string?>("--only") { Description = "Only these, such as P1,P3." };
        var json = new Option<FileInfo?>("--json") { Description = "Write the results to this file as well." };
        var gold = new Option<FileInfo?>("--gold") { Description = "Measures the quality of suggested themes (Q8) on this table instead." };
        var command = new RootCommand("Measures the product against limits in the same run: ratios, not times.") { quick, only, json, gold };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(gold) is { } table)
            {
                await ThemeGuessQuality.PrintAsync(table, cancel);
                return 0;
            }
            var wanted = parsed.GetValue(only)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [.. Works.Keys];
            if (wanted.FirstOrDefault(id => !Works.ContainsKey(id)) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"\"{unknown}\" is not measured here; there are {string.Join(", ", Works.Keys)}.");
                return 2;
            }
            var results = await MeasureAsync(wanted, parsed.GetValue(quick) ? Schedule.Quick : Schedule.Full, cancel);
            Print(results);
            if (parsed.GetValue(json) is { } file) await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(results, AsJson), cancel);
            return 0;
        });
        return await command.Parse(args).InvokeAsync();
    }

    private static async Task<IReadOnlyList<Result>> MeasureAsync(IEnumerable<string> wanted, Schedule schedule, CancellationToken cancel)
    {
        var results = new List<Result>();
        await Console.Error.WriteLineAsync("Starting the product with a database of its own …");
        await using var product = await Installation.StartAsync(participants: 400, cancel);
        foreach (var id in wanted)
        {
            await Console.Error.WriteLineAsync($"{id} …");
            results.AddRange(await Works[id](product, schedule, cancel));
        }
        return results;
    }

    private static void Print(IReadOnlyList<Result> results)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"id",-4} {"work",-62} {"product/s",10} {"limit/s",10} {"ratio",7} {"bar",6} {"met",-4} {"spread",7} {"rounds",6}"));
        foreach (var result in results)
        {
            Console.WriteLine(result.Ratio is { } ratio
                ? string.Create(CultureInfo.InvariantCulture, $"{result.Id,-4} {result.Work,-62} {result.ProductMedian,10:N1} {result.LimitMedian,10:N1} {ratio,7:N3} {result.Bar,6:N2} {(result.Met == true ? "yes" : "no"),-4} {result.Spread,7:N3} {result.Rounds,6}")
                : $"{result.Id,-4} {result.Work}: not measured");
            if (result.Remark.Length > 0) Console.WriteLine($"     {result.Remark}");
        }
    }
}
