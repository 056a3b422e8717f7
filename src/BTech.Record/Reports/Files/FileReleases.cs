using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Files;

/// <summary>The files of published versions: which bytes each was when it was first made. Of a version that is withdrawn nothing is told any more.</summary>
public sealed class FileReleases
{
    private readonly RecordContext _record;

    internal FileReleases(RecordContext record) => _record = record;

    /// <summary>
    /// Keeps a file that was made. The first with its content stays what it is: one that says the same in other bytes never takes its place and is
    /// only noted as different. When the content itself has changed, because somebody was taken off the list of participants, it is a new first one.
    /// </summary>
    /// <param name="report">The version; of one that nobody can read, nothing is kept.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public async Task KeepAsync(SummaryReport report, MadeFile file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(file);
        // Nearly always it is known, and reading takes no lock.
        var known = await Of(report.Id).SingleOrDefaultAsync(release => release.Language == file.Language && release.Format == file.Format, cancel);
        if (known is not null && known.Source.AsSpan().SequenceEqual(file.Source) && (known.Differs || known.Sha256.AsSpan().SequenceEqual(file.Sha256))) return;
        // Two who ask at once, or a withdrawal meanwhile: each statement decides by itself.
        await _record.Database.ExecuteSqlAsync($"""
            INSERT INTO record.file_release (report_id, language, format, source, sha256, engine, differs)
            SELECT id, {file.Language}, {file.Format}, {file.Source}, {file.Sha256}, {file.Engine}, false FROM record.summary_report
            WHERE id = {report.Id} AND status IN ({(int)ReportStatus.Published}, {(int)ReportStatus.Superseded})
            ON CONFLICT (report_id, language, format) DO UPDATE
            SET source = EXCLUDED.source, sha256 = EXCLUDED.sha256, engine = EXCLUDED.engine, differs = false WHERE record.file_release.source <> EXCLUDED.source
            """, cancel);
        await _record.Database.ExecuteSqlAsync($"""
            UPDATE record.file_release SET differs = true
            WHERE report_id = {report.Id} AND language = {file.Language} AND format = {file.Format} AND source = {file.Source} AND sha256 <> {file.Sha256} AND NOT differs
            """, cancel);
    }

    /// <summary>
    /// The files of a version that can be read, as they are with this content. One that was made of other content, before somebody was taken off the list of
    /// participants, is not among them: nobody who fetches it now gets these bytes.
    /// </summary>
    public async Task<IReadOnlyList<FileRelease>> OfContentAsync(Guid reportId, string language, byte[] source, CancellationToken cancel) =>
        await Of(reportId).Where(release => release.Language == language && release.Source == source).OrderBy(release => release.Format).ToListAsync(cancel);

    /// <summary>The files of a version that can be read as they were last made, in the order of their endings: for the team.</summary>
    public async Task<IReadOnlyList<FileRelease>> OfAsync(Guid reportId, CancellationToken cancel) =>
        await Of(reportId).OrderBy(release => release.Format).ThenBy(release => release.Language).ToListAsync(cancel);

    /// <summary>The files of readable versions that came out differently when they were made again.</summary>
    public async Task<IReadOnlyList<DifferingFile>> DifferingAsync(CancellationToken cancel) =>
        await _record.FileReleases.AsNoTracking().Where(release => release.Differs)
            .Join(Readable(), release => release.ReportId, report => report.Id, (release, report) => new { report.Number, report.Version, release.Language, release.Format, release.Engine })
            .OrderBy(one => one.Number).ThenBy(one => one.Version).ThenBy(one => one.Language).ThenBy(one => one.Format)
            .Select(one => new DifferingFile(one.Number, one.Version, one.Language, one.Format, one.Engine)).ToListAsync(cancel);

    private IQueryable<FileRelease> Of(Guid reportId) =>
        _record.FileReleases.AsNoTracking().Where(release => release.ReportId == reportId && Readable().Any(report => report.Id == reportId));

    private IQueryable<SummaryReport> Readable() => _record.Reports.Where(report => report.Status == ReportStatus.Published || report.Status == ReportStatus.Superseded);
}
