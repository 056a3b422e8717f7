using System.ComponentModel;
using System.Diagnostics;

namespace BTech.Documents.Pdf;

/// <summary>Runs a program that makes a file, within a limit of time, memory and length, and ends it with all that it started.</summary>
internal static class LimitedProcess
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it to its end.</summary>
    /// <returns>The exit code, and what it wrote to its standard output.</returns>
    /// <exception cref="PdfUnavailableException">It is not there, or takes more than it may.</exception>
    public static async Task<(int ExitCode, byte[] Output)> RunAsync(ProcessStartInfo start, byte[] input, PdfLimits limits, TimeProvider clock, CancellationToken cancel)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute, start.CreateNoWindow) = (true, true, true, false, true);
        using var process = Start(start);
        using var limit = new CancellationTokenSource(limits.Time, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            var watching = WatchAsync(process, limits, clock, end);
            var reading = ReadAsync(process, limits, end.Token);
            // Read to its end all the same, so that the process never waits for us; what it says could hold text, so nobody keeps it.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, end.Token);
            await WriteAsync(process, input, end.Token);
            var output = await reading;
            await complaints;
            await process.WaitForExitAsync(end.Token);
            await end.CancelAsync();
            await watching;
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PdfUnavailableException(PdfFault.TooMuch);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Takes away everything that the site's own process knows, such as connection strings. Windows starts nothing without its own folder.</summary>
    public static void ClearEnvironment(ProcessStartInfo start)
    {
        var system = start.Environment.TryGetValue("SystemRoot", out var root) ? root : null;
        start.Environment.Clear();
        if (system is not null) start.Environment["SystemRoot"] = system;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new PdfUnavailableException(PdfFault.NotInstalled);
        }
        catch (Exception missing) when (missing is Win32Exception or DirectoryNotFoundException or FileNotFoundException)
        {
            throw new PdfUnavailableException(PdfFault.NotInstalled, missing);
        }
    }

    private static async Task WriteAsync(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before it read everything; its exit code says why.
        }
    }

    private static async Task<byte[]> ReadAsync(Process process, PdfLimits limits, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var piece = new byte[81_920];
        int length;
        while ((length = await process.StandardOutput.BaseStream.ReadAsync(piece, cancel)) > 0)
        {
            if (file.Length + length > limits.LongestFile) throw new PdfUnavailableException(PdfFault.TooMuch);
            file.Write(piece, 0, length);
        }
        return file.ToArray();
    }

    // An operating system's own limit would count what the engine's runtime only reserves: so its memory is looked at while it works.
    private static async Task WatchAsync(Process process, PdfLimits limits, TimeProvider clock, CancellationTokenSource end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(BetweenLooks, clock, end.Token);
                process.Refresh();
                if (!process.HasExited && process.WorkingSet64 > limits.Memory) await end.CancelAsync();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // It has ended, one way or the other.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }
}
