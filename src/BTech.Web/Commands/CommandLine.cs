using System.CommandLine;
using BTech.Web.Settings;

namespace BTech.Web.Commands;

/// <summary>The verbs. Without one the site is served.</summary>
public static class CommandLine
{
    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    // What the host itself reads from its arguments, besides settings.
    private static readonly string[] ForServing = ["urls", "environment", "contentRoot", "applicationName"];

    /// <summary>Whether the arguments ask for serving, rather than for a verb or for help: none, or settings only.</summary>
    public static bool IsServing(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        for (var i = 0; i < args.Length; i++)
        {
            if (Questions.Contains(args[i], StringComparer.Ordinal) || !args[i].StartsWith("--", StringComparison.Ordinal)) return false;
            var name = args[i][2..];
            // A host that is started by another program passes its sections on as well: "--Sample=".
            if (name.Contains('=', StringComparison.Ordinal)) continue;
            // Without the sign the value is the next argument.
            if (!ForServing.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Contains(':', StringComparison.Ordinal)) return false;
            if (++i == args.Length) return false;
        }
        return true;
    }

    /// <summary>Runs a verb.</summary>
    /// <returns>0 done, 1 refused (the reason is on standard error), 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0) return await WrongAsync(terminal, parsed.Errors.Select(error => error.Message));
        try
        {
            return await parsed.InvokeAsync(terminal);
        }
        catch (WrongUsageException wrong)
        {
            return await WrongAsync(terminal, [wrong.Message]);
        }
        catch (Exception refusal) when (refusal is StartRefusedException or VerbRefusedException)
        {
            await terminal.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped before the end.");
            return 1;
        }
        catch (Exception fault) when (DatabaseTrouble.Sentence(fault) is { } sentence)
        {
            await terminal.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task<int> WrongAsync(Terminal terminal, IEnumerable<string> faults)
    {
        foreach (var fault in faults.Distinct(StringComparer.Ordinal)) await terminal.Error.WriteLineAsync(fault);
        await terminal.Error.WriteLineAsync("--help says how it is used.");
        return 2;
    }

    private static RootCommand Root() => new("B-Tech Consultation. Without a verb, the site is served.")
    {
        MigrateVerb.Make(),
        SeedVerb.Make(),
        StaffVerb.Make(),
        InviteVerb.Make(),
        WindowVerb.Make(),
        DatabaseVerb.Make(),
        ExportVerb.Make(),
        HealthVerb.Make(),
        VerifyVerb.Make(),
    };
}
