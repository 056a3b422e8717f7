using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace BTech.Documents.Pdf;

/// <summary>
/// Prints Word files by LibreOffice, where the first engine is not installed: with a profile and a folder of its own for each file, both gone
/// afterwards, a limit of time, no proxy that leads anywhere, and nothing of the site's environment.
/// </summary>
/// <param name="clock">What the limit of time is measured by.</param>
/// <param name="limits">The limits; those of the product when left out. Memory is looked at only for the program that is started, which has the work done by another.</param>
public sealed partial class WordPress(TimeProvider clock, PdfLimits? limits = null)
{
    // LibreOffice's filter for PDF: tagged, PDF/UA, with bookmarks, and the version that PDF/UA-1 is made on.
    private const string Filter = """
        pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"0"}}
        """;

    private const string Name = "document";

    private readonly PdfLimits _limits = limits ?? new PdfLimits();

    /// <summary>The file.</summary>
    /// <param name="word">A Word file.</param>
    /// <param name="cancel">Gives up and ends the program.</param>
    /// <exception cref="PdfUnavailableException">There is none; the reason is in it.</exception>
    public async Task<byte[]> PrintAsync(byte[] word, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(word);
        // Only this process's own user can open it.
        var folder = Directory.CreateTempSubdirectory("consult-pdf-").FullName;
        try
        {
            var written = Path.Combine(folder, $"{Name}.docx");
            await File.WriteAllBytesAsync(written, word, cancel);
            var (exitCode, _) = await LimitedProcess.RunAsync(Start(folder, written), [], _limits, clock, cancel);
            var made = new FileInfo(Path.Combine(folder, $"{Name}.pdf"));
            if (exitCode != 0 || !made.Exists || made.Length == 0) throw new PdfUnavailableException(PdfFault.Failed);
            if (made.Length > _limits.LongestFile) throw new PdfUnavailableException(PdfFault.TooMuch);
            return WithoutTime(await File.ReadAllBytesAsync(made.FullName, cancel));
        }
        finally
        {
            Forget(folder);
        }
    }

    private static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Something that was ended a moment ago still held a file. Nobody else can open the folder, and the system clears it away.
        }
    }

    private ProcessStartInfo Start(string folder, string written)
    {
        var start = new ProcessStartInfo(_limits.Soffice) { WorkingDirectory = folder };
        var path = start.Environment.TryGetValue("PATH", out var known) ? known : null;
        LimitedProcess.ClearEnvironment(start);
        // It is a script that looks for a few programs of the system.
        if (path is not null) start.Environment["PATH"] = path;
        foreach (var home in new[] { "HOME", "TMPDIR" }) start.Environment[home] = folder;
        (start.Environment["LANG"], start.Environment["TZ"]) = ("C.UTF-8", "UTC");
        // Port 9 throws away whatever comes: nothing that a file names is ever fetched.
        foreach (var proxy in new[] { "http_proxy", "https_proxy", "ftp_proxy" }) start.Environment[proxy] = "http://127.0.0.1:9";
        string[] arguments = [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", Filter.Trim(), "--outdir", folder, written];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    // When a file was made and the number drawn for it change with each making: they are overwritten, at the same length, so that the same text gives the same bytes.
    private static byte[] WithoutTime(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        text = Day().Replace(text, "D:20000101000000");
        text = Moment().Replace(text, "2000-01-01T00:00:00");
        text = Drawn().Replace(text, drawn => Digit().Replace(drawn.Value, "0"));
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex("(?<=\\()D:[0-9]{14}")]
    private static partial Regex Day();

    [GeneratedRegex("(?<=<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")]
    private static partial Regex Moment();

    [GeneratedRegex("(?<=/ID\\s*\\[\\s*)<[0-9A-Fa-f]+>\\s*<[0-9A-Fa-f]+>|(?<=/DocChecksum\\s*/)[0-9A-Fa-f]{32}")]
    private static partial Regex Drawn();

    [GeneratedRegex("[0-9A-Fa-f]")]
    private static partial Regex Digit();
}
