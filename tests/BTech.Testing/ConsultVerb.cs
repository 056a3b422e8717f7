using BTech.Web.Commands;

namespace BTech.Testing;

/// <summary>
/// A verb run within this process, with everything but the process itself as an operator has it: arguments, settings, lines of input,
/// what is printed, exit code. A process of its own takes ten times as long; a few tests start one all the same.
/// </summary>
public static class ConsultVerb
{
    /// <summary>Runs a verb to its end.</summary>
    /// <param name="arguments">The verb and its options.</param>
    /// <param name="settings">Settings, named as in the environment.</param>
    /// <param name="lines">Standard input.</param>
    public static async Task<ProgramAnswer> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> settings, params string[] lines)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        using var input = new StringReader(string.Join('\n', lines));
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal
        {
            Input = input,
            HasKeyboard = false,
            Output = output,
            Error = errors,
            // The application's parts are found by its name, which would otherwise be that of the tests.
            Settings = ["--applicationName=BTech.Web", .. settings.Select(setting => $"--{Named(setting.Key)}={setting.Value}")],
        });
        return new ProgramAnswer(exitCode, output.ToString(), errors.ToString());
    }

    private static string Named(string variable) => variable switch
    {
        "ASPNETCORE_ENVIRONMENT" => "environment",
        "ASPNETCORE_URLS" => "urls",
        _ => variable.Replace("__", ":", StringComparison.Ordinal),
    };
}
