using System.CommandLine;
using BTech.Web.Operations;

namespace BTech.Web.Commands;

/// <summary><c>seed</c>: the sample, or a made-up consultation of any size.</summary>
internal static class SeedVerb
{
    public static Command Make() => new("seed", "Load sample data.") { Sample(), Synthetic() };

    private static Command Sample()
    {
        var again = new Option<bool>("--again") { Description = "Load it once more beside the one that is there." };
        var json = Answer.Json();
        var verb = new Command("tunis-2019", "The sample: the Tunis consultation of 2019.") { again, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            var result = await work.Get<SampleSeed>().RunAsync(parsed.GetValue(again), cancel);
            if (result is { Loaded: true, Password: { } password })
                await new DemoFile(password, result.Links, result.Staff).SaveAsync(work.Settings.Data.DemoFile, cancel);
            await Answer.WriteAsync(parsed.GetValue(json), result, result.Loaded
                ? [$"Loaded as {result.Consultation}.", .. result.Links.Select(link => link.Address)]
                : [$"{result.Consultation} is there already; --again loads it once more."]);
            return 0;
        });
        return verb;
    }

    private static Command Synthetic()
    {
        var participants = new Option<int>("--participants") { Description = "How many are invited.", Required = true };
        var inputs = new Option<int?>("--inputs") { Description = "How many texts are sent; one for each participant when left out." };
        var seed = new Option<int>("--seed") { Description = "What people and words are drawn from.", DefaultValueFactory = _ => 1 };
        var state = new Option<SyntheticState>("--state") { Description = "open, closed or sealed.", DefaultValueFactory = _ => SyntheticState.Open };
        var json = Answer.Json();
        var verb = new Command("synthetic", "A made-up consultation of any size.") { participants, inputs, seed, state, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(cancel);
            try
            {
                var result = await work.Get<SyntheticSeed>().RunAsync(
                    parsed.GetValue(participants), parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(state), cancel);
                await Answer.WriteAsync(parsed.GetValue(json), result, [$"Made {result.Window}.", .. result.Links]);
                return 0;
            }
            catch (ArgumentOutOfRangeException size)
            {
                throw new VerbRefusedException($"--{size.ParamName} {size.ActualValue} is outside what a made-up window can hold.");
            }
        });
        return verb;
    }
}
