using BTech.Record.Reports;
using BTech.Record.Reports.Files;

namespace BTech.Record.Tests.Reports;

/// <summary>What is kept of the files of published versions.</summary>
public sealed class FileReleasesTests(SealedSide side) : IClassFixture<SealedSide>
{
    private static readonly byte[] Content = [1];

    [Theory]
    [InlineData(ReportStatus.Draft, false)]
    [InlineData(ReportStatus.InReview, false)]
    [InlineData(ReportStatus.Cleared, false)]
    [InlineData(ReportStatus.Published, true)]
    [InlineData(ReportStatus.Superseded, true)]
    [InlineData(ReportStatus.Withdrawn, false)]
    public async Task Keep_OnlyWhatAnybodyCanRead(ReportStatus status, bool isKept)
    {
        var report = await ReportAsync(status);
        await KeepAsync(report, "pdf", Content, [2]);
        Assert.Equal(isKept, (await OfAsync(report)).Count == 1);
        Assert.Equal(isKept ? 1L : 0L, await side.ScalarAsync<long>($"SELECT count(*) FROM record.file_release WHERE report_id = '{report.Id}'"));
    }

    [Fact]
    public async Task Keep_SameContentInOtherBytes_StaysTheFirstAndIsNoted()
    {
        var report = await ReportAsync(ReportStatus.Published);
        await KeepAsync(report, "pdf", Content, [2], "One 1");
        await KeepAsync(report, "pdf", Content, [2], "One 1");
        Assert.False(Assert.Single(await OfAsync(report)).Differs);
        await KeepAsync(report, "pdf", Content, [3], "Other 2");
        var kept = Assert.Single(await OfAsync(report));
        Assert.Equal(((byte)2, "One 1", true), (kept.Sha256[0], kept.Engine, kept.Differs));
        Assert.Contains(new DifferingFile(report.Number, 1, "en", "pdf", "One 1"), await DifferingAsync());
        // Once it was different, it stays noted, even if the next one is as the first.
        await KeepAsync(report, "pdf", Content, [2], "One 1");
        Assert.True(Assert.Single(await OfAsync(report)).Differs);
    }

    [Fact]
    public async Task Keep_OtherContent_TakesItsPlaceAndIsNoDifference()
    {
        var report = await ReportAsync(ReportStatus.Published);
        await KeepAsync(report, "pdf", Content, [2]);
        await KeepAsync(report, "pdf", Content, [3]);
        await KeepAsync(report, "pdf", [9], [4]);
        var kept = Assert.Single(await OfAsync(report));
        Assert.Equal(((byte)9, (byte)4, false), (kept.Source[0], kept.Sha256[0], kept.Differs));
        Assert.DoesNotContain(new DifferingFile(report.Number, 1, "en", "pdf", "One 1"), await DifferingAsync());
    }

    [Fact]
    public async Task Keep_ManyAtOnce_IsOneLineForEachLanguageAndFormat()
    {
        var report = await ReportAsync(ReportStatus.Published);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => KeepAsync(report, at % 2 == 0 ? "docx" : "pdf", Content, [2])));
        Assert.Equal(["docx", "pdf"], (await OfAsync(report)).Select(one => one.Format));
        Assert.All(await OfAsync(report), one => Assert.False(one.Differs));
    }

    [Fact]
    public async Task Withdrawn_NothingIsToldOfItsFiles()
    {
        var report = await ReportAsync(ReportStatus.Published);
        await KeepAsync(report, "pdf", Content, [2]);
        await KeepAsync(report, "pdf", Content, [3]);
        await side.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Withdrawn} WHERE id = '{report.Id}'");
        Assert.Empty(await OfAsync(report));
        Assert.DoesNotContain(new DifferingFile(report.Number, 1, "en", "pdf", "One 1"), await DifferingAsync());
    }

    /// <summary>A number that nobody can get any more by fetching the file is not told in public.</summary>
    [Fact]
    public async Task OfContent_TellsWhatWasMadeOfThisContentAndThisLanguageAlone()
    {
        var report = await ReportAsync(ReportStatus.Published);
        await KeepAsync(report, "pdf", Content, [2]);
        await KeepAsync(report, "docx", [9], [3]);
        Assert.Equal("pdf", Assert.Single(await OfContentAsync(report, "en", Content)).Format);
        Assert.Equal("docx", Assert.Single(await OfContentAsync(report, "en", [9])).Format);
        Assert.Empty(await OfContentAsync(report, "fr", Content));
        Assert.Equal(2, (await OfAsync(report)).Count);
        await side.ExecuteAsync($"UPDATE record.summary_report SET status = {(int)ReportStatus.Withdrawn} WHERE id = '{report.Id}'");
        Assert.Empty(await OfContentAsync(report, "en", Content));
    }

    /// <summary>Neither when, nor who, nor how often.</summary>
    [Fact]
    public async Task Columns_AreTheseAlone() => Assert.Equal(
        ["differs", "engine", "format", "language", "report_id", "sha256", "source"],
        await side.ScalarAsync<string[]>("SELECT array_agg(column_name::text ORDER BY column_name) FROM information_schema.columns WHERE table_schema = 'record' AND table_name = 'file_release'"));

    private async Task<SummaryReport> ReportAsync(ReportStatus status)
    {
        var number = await side.AskAsync<SummaryReports, int>(reports => reports.NextNumberAsync(default));
        var report = new SummaryReport
        {
            Id = Guid.NewGuid(), Number = number, Version = 1, ConsultationId = Guid.NewGuid(), WindowId = Guid.NewGuid(), Language = "en", Title = "Summary Report", EventLine = "E", Status = status,
        };
        await side.AskAsync<SummaryReports, bool>(async reports =>
        {
            await reports.AddAsync(report, [], default);
            return true;
        });
        return report;
    }

    private Task<bool> KeepAsync(SummaryReport report, string format, byte[] source, byte[] hash, string engine = "One 1") => side.AskAsync<FileReleases, bool>(async releases =>
    {
        await releases.KeepAsync(report, new MadeFile("en", format, source, hash, engine), default);
        return true;
    });

    private Task<IReadOnlyList<FileRelease>> OfAsync(SummaryReport report) => side.AskAsync<FileReleases, IReadOnlyList<FileRelease>>(releases => releases.OfAsync(report.Id, default));

    private Task<IReadOnlyList<FileRelease>> OfContentAsync(SummaryReport report, string language, byte[] source) =>
        side.AskAsync<FileReleases, IReadOnlyList<FileRelease>>(releases => releases.OfContentAsync(report.Id, language, source, default));

    private Task<IReadOnlyList<DifferingFile>> DifferingAsync() =>
        side.AskAsync<FileReleases, IReadOnlyList<DifferingFile>>(releases => releases.DifferingAsync(default));
}
