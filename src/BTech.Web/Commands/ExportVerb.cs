using System.CommandLine;
using BTech.Agenda.Windows;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Record.Reports;
using BTech.Web.Crossings;

namespace BTech.Web.Commands;

/// <summary><c>export</c>: what the download buttons do, into a file.</summary>
internal static class ExportVerb
{
    public static Command Make() => new("export", "Write a file, as the download buttons do.") { Report() };

    private static Command Report()
    {
        var number = new Argument<int>("report") { Description = "Number of a published report." };
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", ReportFormat.Offered)}.", Required = true };
        format.AcceptOnlyFromAmong([.. ReportFormat.Offered]);
        var file = new Option<FileInfo?>("--out") { Description = "The file to write; the report's own name in the current folder when left out." };
        var json = Answer.Json();
        var verb = new Command("report", "A published Summary Report.") { number, format, file, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var found = await work.Get<SummaryReports>().PublicAsync(parsed.GetValue(number), cancel);
            if (found.Report is not { } report)
                throw new VerbRefusedException(found.IsWithdrawn ? $"Report {parsed.GetValue(number)} was withdrawn." : $"There is no published report {parsed.GetValue(number)}.");
            var window = await work.Get<CommentWindows>().FindAsync(report.WindowId, cancel)
                ?? throw new VerbRefusedException($"The window of report {report.Number} is gone.");
            var document = await work.Get<ListOfParticipants>().DocumentAsync(report, window.Consultation, cancel);
            var ending = parsed.GetValue(format)!;
            var content = ReportFormat.Find(ending) is { } written ? written.ToBytes(document) : await PrintAsync(work, document, cancel);
            var target = await WriteAsync(parsed.GetValue(file)?.FullName ?? Path.GetFullPath($"{document.FileName}.{ending}"), content, cancel);
            await Answer.To(parsed, json).WriteAsync(new { Report = report.Number, report.Version, File = target }, [target]);
            return 0;
        });
        return verb;
    }

    private static async Task<byte[]> PrintAsync(Workplace work, ReportDocument document, CancellationToken cancel)
    {
        try
        {
            return await work.Get<PdfPress>().PrintAsync(ReportPdf.Sheet(document), cancel);
        }
        catch (PdfUnavailableException none)
        {
            throw new VerbRefusedException(none.Fault == PdfFault.NotInstalled
                ? "A PDF needs Node.js on the path and the packages of package.json; the other formats need neither."
                : $"The PDF could not be made ({none.Fault}); the other formats can.");
        }
    }

    // Beside and renamed: an interrupted export leaves the old file or none, never half a new one.
    private static async Task<string> WriteAsync(string target, byte[] content, CancellationToken cancel)
    {
        var beside = $"{target}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancel);
            File.Move(beside, target, overwrite: true);
            return target;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside)) File.Delete(beside);
            throw new VerbRefusedException($"{target} cannot be written: {cause.Message}");
        }
    }
}
