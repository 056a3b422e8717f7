using System.CommandLine;
using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Documents.CodeBooks;
using BTech.Documents.Exports;
using BTech.Documents.Pdf;
using BTech.Documents.Reports;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Exports;
using BTech.Record.Reports;
using BTech.Record.SecondCoding;
using BTech.Web.Crossings;
using BTech.Web.Pages.Moderate;
using BTech.Web.Pages.Reports;

namespace BTech.Web.Commands;

/// <summary><c>export</c>: what the download buttons do, into a file.</summary>
internal static class ExportVerb
{
    public static Command Make() => new("export", "Write a file, as the download buttons do.") { Report(), Inputs(), Themes() };

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
            var content = await MakeAsync(work, document, ending, cancel);
            var target = await WriteAsync(parsed.GetValue(file)?.FullName ?? Path.GetFullPath($"{document.FileName}.{ending}"), stream => stream.WriteAsync(content, cancel).AsTask(), cancel);
            await Answer.To(parsed, json).WriteAsync(new { Report = report.Number, report.Version, File = target }, [target]);
            return 0;
        });
        return verb;
    }

    private static Command Inputs()
    {
        var name = new Argument<string>("window") { Description = "slug/number of a sealed round, such as b-tech/2." };
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", ExportFormat.All.Select(offered => offered.Extension))}.", Required = true };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(offered => offered.Extension)]);
        var reason = new Option<string>("--reason") { Description = "What the copy is for.", Required = true };
        var deleteBy = new Option<string>("--delete-by") { Description = "The last day on which it may exist, as year-month-day; within a year.", Required = true };
        var groups = new Option<bool>("--groups") { Description = "Say groups, where enough share them." };
        var languages = new Option<bool>("--languages") { Description = "Say languages, where enough share them." };
        var file = new Option<FileInfo?>("--out") { Description = "The file to write; a name of its own in the current folder when left out." };
        var (signatures, json) = (new Signatures(), Answer.Json());
        var verb = new Command("inputs", "The coded inputs of a sealed round; signed for by a moderator (--as) and a second person, passwords on standard input, one per line.")
        {
            name, format, reason, deleteBy, groups, languages, file, json,
        };
        signatures.AddTo(verb);
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await WindowVerb.FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            if (window is not { IsSealed: true, Kind: RoundKind.Written }) throw new VerbRefusedException($"{parsed.GetValue(name)} is not sealed: there is nothing to read.");
            var today = DateOnly.FromDateTime(work.Get<TimeProvider>().GetUtcNow().UtcDateTime);
            if (!DateOnly.TryParseExact(parsed.GetValue(deleteBy), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !ExportOrder.IsDeleteBy(day, today))
                throw new VerbRefusedException($"--delete-by takes a day after {today:yyyy-MM-dd}, at most {ExportOrder.LongestDays} days ahead.");
            if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)) || parsed.GetValue(reason)!.Trim().Length > ExportOrder.LongestReason)
                throw new VerbRefusedException($"--reason takes 1 to {ExportOrder.LongestReason} characters.");
            var both = await signatures.ReadForTextsAsync(parsed, work, window.Id, cancel);
            if (await work.Get<SecondReadings>().IsAnythingBlindAsync(both.First, window.Id, cancel))
                throw new VerbRefusedException("The first person still has inputs of this round to code blind, and the file would show their themes: finish these, or let somebody else take the copy.");
            var (files, written) = (work.Get<ExportFiles>(), ExportFormat.Find(parsed.GetValue(format))!);
            var begun = await files.BeginAsync(window, new ExportOrder(
                window.Id, window.ConsultationId, written.Extension, parsed.GetValue(reason)!, day, parsed.GetValue(groups), parsed.GetValue(languages)), both.First, both.Second, cancel);
            var target = await WriteAsync(parsed.GetValue(file)?.FullName ?? Path.GetFullPath(ExportFiles.FileName(window, written)),
                stream => files.WriteAsync(window, begun, Language.English, stream, cancel), cancel);
            await Answer.To(parsed, json).WriteAsync(new { Window = parsed.GetValue(name), Format = written.Extension, DeleteBy = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), File = target }, [target]);
            return 0;
        });
        return verb;
    }

    private static Command Themes()
    {
        var name = new Argument<string>("window") { Description = "slug/number of a round of the consultation, such as b-tech/2." };
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", CodeBookFile.All.Select(offered => offered.Extension))}.", Required = true };
        format.AcceptOnlyFromAmong([.. CodeBookFile.All.Select(offered => offered.Extension)]);
        var file = new Option<FileInfo?>("--out") { Description = "The file to write; a name of its own in the current folder when left out." };
        var json = Answer.Json();
        var verb = new Command("codebook", "The consultation's themes with their definitions; the team's own words, so nobody signs for them.") { name, format, file, json };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using var work = await Workplace.OpenAsync(parsed, cancel);
            var window = await WindowVerb.FindAsync(work.Get<CommentWindows>(), parsed.GetValue(name)!, cancel);
            var themes = await work.Get<CodeBook>().WrittenAsync(window.ConsultationId, cancel);
            var version = await work.Get<CodeBookHistory>().VersionAsync(window.ConsultationId, cancel);
            if (themes.Count == 0) throw new VerbRefusedException($"{window.Consultation.Slug} has no themes yet.");
            var content = CodeBookFile.Find(parsed.GetValue(format))!.Write(themes, version);
            var target = await WriteAsync(parsed.GetValue(file)?.FullName ?? Path.GetFullPath($"{window.Consultation.Slug}-themes.{parsed.GetValue(format)}"),
                stream => stream.WriteAsync(content, cancel).AsTask(), cancel);
            await Answer.To(parsed, json).WriteAsync(new { Window = parsed.GetValue(name), Format = parsed.GetValue(format), Version = version, File = target }, [target]);
            return 0;
        });
        return verb;
    }

    private static async Task<byte[]> MakeAsync(Workplace work, ReportDocument document, string format, CancellationToken cancel)
    {
        try
        {
            return await work.Get<PublishedFiles>().MakeAsync(document, format, cancel);
        }
        catch (PdfUnavailableException none)
        {
            throw new VerbRefusedException(none.Fault == PdfFault.NotInstalled
                ? "A PDF needs Node.js on the path and the packages of package.json, or LibreOffice; the other formats need neither."
                : $"The PDF could not be made ({none.Fault}); the other formats can.");
        }
    }

    // Beside and renamed: an interrupted export leaves the old file or none, never half a new one.
    private static async Task<string> WriteAsync(string target, Func<Stream, Task> write, CancellationToken cancel)
    {
        var beside = $"{target}.{Guid.NewGuid():N}";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous)) await write(stream);
            cancel.ThrowIfCancellationRequested();
            File.Move(beside, target, overwrite: true);
            return target;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VerbRefusedException($"{target} cannot be written: {cause.Message}");
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }
}
