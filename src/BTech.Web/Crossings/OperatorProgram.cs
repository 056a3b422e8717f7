using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BTech.Web.Crossings;

/// <summary>A program of the operator's own that this one calls. What it writes to its standard error is thrown away: it might name things that no log may hold.</summary>
/// <param name="path">Full path of the program.</param>
/// <param name="patience">How long one call may take.</param>
internal sealed class OperatorProgram(string path, TimeSpan patience)
{
    /// <summary>Why the program cannot be used; nothing when it answers <c>check</c> with 0.</summary>
    public string? Fault()
    {
        try
        {
            var (code, _) = Run(["check"], null);
            return code == 0 ? null : $"its check ends with {code.ToString(CultureInfo.InvariantCulture)}";
        }
        catch (OperatorProgramException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Calls the program.</summary>
    /// <param name="arguments">What it is asked; the first says which act.</param>
    /// <param name="line">One line for its standard input.</param>
    /// <exception cref="OperatorProgramException">It cannot be run, or does not end in time.</exception>
    public (int Code, string Output) Run(IReadOnlyList<string> arguments, string? line)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var answer = process.StandardOutput.ReadToEndAsync();
            var complaints = process.StandardError.ReadToEndAsync();
            Give(process, line);
            if (!process.WaitForExit(patience) || !Task.WhenAll(answer, complaints).Wait(patience))
            {
                process.Kill(entireProcessTree: true);
                throw new OperatorProgramException($"{arguments[0]} does not end within {patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds");
            }
            return (process.ExitCode, answer.Result);
        }
        catch (Exception broken) when (broken is Win32Exception or InvalidOperationException)
        {
            throw new OperatorProgramException("it cannot be run", broken);
        }
    }

    private static void Give(Process process, string? line)
    {
        try
        {
            if (line is not null) process.StandardInput.WriteLine(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }
}

/// <summary>The operator's program did not do what it was asked.</summary>
public sealed class OperatorProgramException(string message, Exception? cause = null) : Exception(message, cause);
