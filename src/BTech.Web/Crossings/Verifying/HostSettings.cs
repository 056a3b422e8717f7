using BTech.Record.Verification;

namespace BTech.Web.Crossings.Verifying;

/// <summary>Whether this computer may write the process' memory to disk: swap, core dumps, the runtime's diagnostics (invariant 11, channel L23).</summary>
public sealed class HostSettings
{
    public Verified Look()
    {
        if (!OperatingSystem.IsLinux()) return new Verified("memory", [11], Verdict.NotSeen, []);
        var found = new List<string>();
        if (Lines("/proc/swaps").Skip(1).Any()) found.Add("swap → off");
        if (CoreLimit() is var limit and not "0") found.Add($"core dumps = {limit} → 0");
        if (Environment.GetEnvironmentVariable("DOTNET_EnableDiagnostics") != "0") found.Add("DOTNET_EnableDiagnostics → 0");
        return Verified.WeakIf("memory", [11], found);
    }

    private static string CoreLimit() =>
        Lines("/proc/self/limits").FirstOrDefault(line => line.StartsWith("Max core file size", StringComparison.Ordinal))?["Max core file size".Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[0] ?? "?";

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
