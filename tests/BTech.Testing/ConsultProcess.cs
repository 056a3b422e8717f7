using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BTech.Testing;

/// <summary>What a program wrote and how it ended.</summary>
public sealed record ProgramAnswer(int ExitCode, string Output, string Errors);

/// <summary>The product as a process of its own, as an operator starts it: with settings in the environment, and signals.</summary>
public sealed class ConsultProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConsultProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        // A test run in the background may have been told to ignore Ctrl-C, and hands that on.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(program[0], [.. program[1..], Path.Combine(AppContext.BaseDirectory, "BTech.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Exited += (_, _) => _open.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<ProgramAnswer> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, params string[] lines)
    {
        await using var process = Start(arguments, settings, lines);
        return await process.EndAsync();
    }

    /// <summary>Starts a verb, with its standard input whole.</summary>
    public static ConsultProcess Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, params string[] lines)
    {
        var process = new ConsultProcess(arguments, settings);
        foreach (var line in lines) process._process.StandardInput.WriteLine(line);
        process._process.StandardInput.Close();
        return process;
    }

    /// <summary>Starts the site.</summary>
    public static ConsultProcess Serve(IReadOnlyDictionary<string, string> settings) => new([], settings);

    /// <summary>Waits until the site has greeted, or has ended.</summary>
    public Task OpenAsync() => _open.Task.WaitAsync(Patience);

    /// <summary>Sends a signal, such as INT.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<ProgramAnswer> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        lock (_output) lock (_errors) return new ProgramAnswer(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
        if (line.StartsWith("Ctrl-C", StringComparison.Ordinal)) _open.TrySetResult();
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT";
}
