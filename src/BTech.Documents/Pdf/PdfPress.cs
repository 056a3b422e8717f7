using System.ComponentModel;
using System.Diagnostics;

namespace BTech.Documents.Pdf;

/// <summary>
/// Prints sheets by Typst in a process of its own for each: with a limit of time, of memory and of length, an empty environment, and nothing of
/// the text on a command line, in a file or in a log. The file is PDF/UA-1 as the engine asserts it.
/// </summary>
/// <param name="clock">What the limit of time is measured by.</param>
/// <param name="limits">The limits; those of the product when left out.</param>
public sealed class PdfPress(TimeProvider clock, PdfLimits? limits = null)
{
    private const int NotInstalled = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pdf");

    private readonly PdfLimits _limits = limits ?? new PdfLimits();

    /// <summary>The file.</summary>
    /// <param name="sheet">What stands in it.</param>
    /// <param name="cancel">Gives up and ends the process.</param>
    /// <exception cref="PdfUnavailableException">There is none; the reason is in it.</exception>
    public async Task<byte[]> PrintAsync(PdfSheet sheet, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return await PrintAsync(sheet.ToBytes(), cancel);
    }

    internal async Task<byte[]> PrintAsync(byte[] sheet, CancellationToken cancel)
    {
        if (sheet.Length > _limits.LongestSheet) throw new PdfUnavailableException(PdfFault.TooMuch);
        using var process = Start();
        using var limit = new CancellationTokenSource(_limits.Time, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            var watching = WatchAsync(process, end);
            var printing = ReadAsync(process, end.Token);
            // Read to its end all the same, so that the process never waits for us; what it says could hold text, so nobody keeps it.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, end.Token);
            await WriteAsync(process, sheet, end.Token);
            var file = await printing;
            await complaints;
            await process.WaitForExitAsync(end.Token);
            await end.CancelAsync();
            await watching;
            if (process.ExitCode == 0 && file.Length > 0) return file;
            throw new PdfUnavailableException(process.ExitCode == NotInstalled ? PdfFault.NotInstalled : PdfFault.Failed);
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

    private Process Start()
    {
        var start = new ProcessStartInfo(_limits.Node)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = Folder,
        };
        // Nothing of ours, such as connection strings, reaches it. Windows starts nothing without its own folder.
        var system = start.Environment.TryGetValue("SystemRoot", out var root) ? root : null;
        start.Environment.Clear();
        if (system is not null) start.Environment["SystemRoot"] = system;
        start.ArgumentList.Add(Path.Combine(Folder, "print.mjs"));
        try
        {
            return Process.Start(start) ?? throw new PdfUnavailableException(PdfFault.NotInstalled);
        }
        catch (Exception missing) when (missing is Win32Exception or DirectoryNotFoundException or FileNotFoundException)
        {
            throw new PdfUnavailableException(PdfFault.NotInstalled, missing);
        }
    }

    private static async Task WriteAsync(Process process, byte[] sheet, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(sheet, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before it read everything; its exit code says why.
        }
    }

    private async Task<byte[]> ReadAsync(Process process, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var piece = new byte[81_920];
        int length;
        while ((length = await process.StandardOutput.BaseStream.ReadAsync(piece, cancel)) > 0)
        {
            if (file.Length + length > _limits.LongestFile) throw new PdfUnavailableException(PdfFault.TooMuch);
            file.Write(piece, 0, length);
        }
        return file.ToArray();
    }

    // An operating system's own limit would count what the engine's runtime only reserves: so its memory is looked at while it works.
    private async Task WatchAsync(Process process, CancellationTokenSource end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(BetweenLooks, clock, end.Token);
                process.Refresh();
                if (!process.HasExited && process.WorkingSet64 > _limits.Memory) await end.CancelAsync();
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

/// <summary>What printing one file may take.</summary>
public sealed record PdfLimits
{
    /// <summary>The time from start to end.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The process's memory, in bytes.</summary>
    public long Memory { get; init; } = 1_024L * 1_024 * 1_024;

    /// <summary>The longest sheet, in bytes of JSON.</summary>
    public int LongestSheet { get; init; } = 16 * 1_024 * 1_024;

    /// <summary>The longest file, in bytes.</summary>
    public int LongestFile { get; init; } = 64 * 1_024 * 1_024;

    /// <summary>The program that runs the engine, looked for as the system does.</summary>
    public string Node { get; init; } = "node";
}
