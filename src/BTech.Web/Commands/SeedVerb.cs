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
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            RefuseKnownPasswords(work);
            var result = await work.Get<SampleSeed>().RunAsync(parsed.GetValue(again), cancel);
            await Answer.To(parsed, json).WriteAsync(result, result.Loaded
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
        var state = Choice.Of<SyntheticState>("--state", "How far the window has come");
        state.DefaultValueFactory = _ => SyntheticState.Open;
        var json = Answer.Json();
        var verb = new Command("synthetic", "A made-up consultation of any size.") { participants, inputs, seed, state, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            RefuseKnownPasswords(work);
            try
            {
                var result = await work.Get<SyntheticSeed>().RunAsync(
                    parsed.GetValue(participants), parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(state), cancel);
                await Answer.To(parsed, json).WriteAsync(result, [$"Made {result.Window}. The staff accounts' password is in {work.Settings.Data.DemoFile}.", .. result.Links]);
                return 0;
            }
            catch (ArgumentOutOfRangeException size)
            {
                throw new VerbRefusedException($"--{size.ParamName} {size.ActualValue} is outside what a made-up window can hold.");
            }
        });
        return verb;
    }

    // In Production nobody should meet accounts that came with a sample, unless somebody chose their password for this.
    private static void RefuseKnownPasswords(Workplace work)
    {
        if (work.Get<IHostEnvironment>().IsProduction() && work.Settings.Demo.Password is null)
            throw new VerbRefusedException("In Production made-up data and its staff accounts are for trials and measurements only: set Demo__Password to say that this installation is one.");
    }
}
