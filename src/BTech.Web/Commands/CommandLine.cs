using System.CommandLine;
using BTech.Web.Settings;

namespace BTech.Web.Commands;

/// <summary>The verbs. Without one the site is served.</summary>
public static class CommandLine
{
    /// <summary>Whether the arguments ask for a verb, or for help, rather than for serving.</summary>
    public static bool Has(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Length > 0 && !args[0].StartsWith("--", StringComparison.Ordinal) || args is ["--help" or "-h" or "-?" or "--version", ..];
    }

    /// <returns>0 done, 1 refused (the reason is on standard error), 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (refusal is StartRefusedException or VerbRefusedException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static RootCommand Root() => new("B-Tech Consultation. Without a verb, the site is served.")
    {
        MigrateVerb.Make(),
        SeedVerb.Make(),
        StaffVerb.Make(),
        InviteVerb.Make(),
        WindowVerb.Make(),
        DatabaseVerb.Make(),
    };
}
