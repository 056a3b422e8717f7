using BTech.Web;
using BTech.Web.Commands;
using BTech.Web.Settings;

if (!CommandLine.IsServing(args)) return await CommandLine.RunAsync(args, new Terminal());
try
{
    return await Serving.RunAsync(args);
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
catch (Exception fault) when (DatabaseTrouble.Sentence(fault) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
