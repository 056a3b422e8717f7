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
        var start = new ProcessStartInfo(_limits.Node) { WorkingDirectory = Folder };
        LimitedProcess.ClearEnvironment(start);
        start.ArgumentList.Add(Path.Combine(Folder, "print.mjs"));
        var (exitCode, file) = await LimitedProcess.RunAsync(start, sheet, _limits, clock, cancel);
        if (exitCode == 0 && file.Length > 0) return file;
        throw new PdfUnavailableException(exitCode == NotInstalled ? PdfFault.NotInstalled : PdfFault.Failed);
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

    /// <summary>The program that prints Word files where there is no engine, looked for as the system does.</summary>
    public string Soffice { get; init; } = "soffice";
}
