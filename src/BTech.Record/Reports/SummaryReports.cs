using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Sealing;
using BTech.Record.Storage;
using BTech.Record.Words;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports;

/// <summary>The Summary Reports: found, listed, begun. How a draft changes is in <see cref="Drafting"/>, how it becomes public in <see cref="ReportClearance"/>.</summary>
public sealed class SummaryReports
{
    /// <summary>Reports of rehearsals are numbered from here on, so that they leave no gap among the numbers of real ones.</summary>
    public const int FirstOfRehearsals = 900_001;

    private readonly RecordContext _record;
    private readonly SealPages _seals;

    internal SummaryReports(RecordContext record, SealPages seals)
    {
        _record = record;
        _seals = seals;
    }

    /// <summary>A version of a report with everything in order; the newest one when no version is given.</summary>
    public Task<SummaryReport?> FindAsync(int number, int? version, CancellationToken cancel) =>
        _record.WholeReports().AsNoTracking().Where(report => report.Number == number && (version == null || report.Version == version))
            .OrderByDescending(report => report.Version).FirstOrDefaultAsync(cancel);

    /// <summary>The version of a report that the public reads; when there is none because it was withdrawn, from which window.</summary>
    public async Task<PublicReport> PublicAsync(int number, CancellationToken cancel)
    {
        var report = await _record.WholeReports().AsNoTracking().Where(found => found.Number == number && found.Status == ReportStatus.Published)
            .OrderByDescending(found => found.Version).FirstOrDefaultAsync(cancel);
        return report is not null
            ? await AsReadAsync(report, cancel)
            : new PublicReport(null, await _record.Reports.Where(found => found.Number == number && found.Status == ReportStatus.Withdrawn).Select(found => (Guid?)found.WindowId).FirstOrDefaultAsync(cancel));
    }

    /// <summary>A version of a report that was published, replaced ones too; when it was withdrawn, from which window.</summary>
    public async Task<PublicReport> PublicAsync(int number, int version, CancellationToken cancel)
    {
        var report = await FindAsync(number, version, cancel);
        if (report?.Status.WasPublic() != true) return new PublicReport(null, null);
        return report.Status.IsReadable() ? await AsReadAsync(report, cancel) : new PublicReport(null, report.WindowId);
    }

    /// <summary>The versions of reports that were withdrawn.</summary>
    public async Task<IReadOnlySet<(int Number, int Version)>> WithdrawnAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await _record.Reports.Where(report => numbers.Contains(report.Number) && report.Status == ReportStatus.Withdrawn).Select(report => new { report.Number, report.Version }).ToListAsync(cancel))
        .Select(one => (one.Number, one.Version)).ToHashSet();

    /// <summary>The versions of a report, the newest first, without their text.</summary>
    public async Task<IReadOnlyList<SummaryReport>> VersionsAsync(int number, CancellationToken cancel) =>
        await _record.Reports.AsNoTracking().Where(report => report.Number == number).OrderByDescending(report => report.Version).ToListAsync(cancel);

    /// <summary>All published reports, the newest number first, without their text.</summary>
    public async Task<IReadOnlyList<SummaryReport>> PublishedAsync(CancellationToken cancel) =>
        await _record.Reports.AsNoTracking().Where(report => report.Status == ReportStatus.Published)
            .OrderByDescending(report => report.Number).ToListAsync(cancel);

    /// <summary>
    /// The versions that the public can read of the reports that are published now, the newest day first, without their text; each with its note as its readers
    /// have it. Of a report whose newest version was withdrawn, none: its address leads nowhere any more.
    /// </summary>
    public async Task<IReadOnlyList<SummaryReport>> ReadableAsync(CancellationToken cancel)
    {
        var versions = await _record.Reports.AsNoTracking().Where(report => report.PublishedOn != null).ToListAsync(cancel);
        var (published, withdrawn) = (versions.Where(one => one.Status is ReportStatus.Published).Select(one => one.Number).ToHashSet(), versions.Where(one => one.Status is ReportStatus.Withdrawn).Select(one => (one.Number, one.Version)).ToHashSet());
        var readable = versions.Where(one => one.Status.IsReadable() && published.Contains(one.Number)).ToList();
        foreach (var version in readable.Where(one => withdrawn.Contains((one.Number, one.Version - 1)))) version.CorrectionNote = null;
        return [.. readable.OrderByDescending(one => one.PublishedOn).ThenByDescending(one => one.Number).ThenByDescending(one => one.Version)];
    }

    /// <summary>The newest version of the report on a window, without its text; nothing when none was begun.</summary>
    public Task<SummaryReport?> OfWindowAsync(Guid windowId, CancellationToken cancel) =>
        _record.Reports.AsNoTracking().Where(report => report.WindowId == windowId)
            .OrderByDescending(report => report.Number).ThenByDescending(report => report.Version).FirstOrDefaultAsync(cancel);

    /// <summary>The numbers of all reports on these rounds.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(IReadOnlyCollection<Guid> windowIds, CancellationToken cancel) =>
        await _record.Reports.Where(report => windowIds.Contains(report.WindowId)).Select(report => report.Number).Distinct().ToListAsync(cancel);

    /// <summary>The team's numbered notes of a meeting.</summary>
    public async Task<IReadOnlyList<MeetingNote>> NotesAsync(Guid windowId, CancellationToken cancel) =>
        await _record.MeetingNotes.AsNoTracking().Where(note => note.WindowId == windowId).OrderBy(note => note.Number).ToListAsync(cancel);

    /// <summary>
    /// Begins the report on a window, with the standard sections and all that follows from facts.
    /// A window has one report; asked again, the existing one's number comes back.
    /// </summary>
    public async Task<int> CreateAsync(Consultation consultation, CommentWindow window, Language language, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(language);
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        // Two people who press the button at once get one report.
        await _record.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('record.summary_report'))", cancel);
        if (await OfWindowAsync(window.Id, cancel) is { } existing) return existing.Number;
        var report = new SummaryReport
        {
            Id = Guid.NewGuid(),
            Number = consultation.IsRehearsal ? await NextOfRehearsalsAsync(cancel) : await NextNumberAsync(cancel),
            Version = 1,
            ConsultationId = consultation.Id,
            WindowId = window.Id,
            IsMeeting = window.Kind == RoundKind.Meeting,
            Language = language.Code,
            Title = Phrases.In(language, "Report.Title"),
            EventLine = StandardSections.EventLine(consultation, window, language),
        };
        new StandardSections(report, consultation, window, language).Fill(await _seals.FindAsync(window.Id, cancel));
        _record.Reports.Add(report);
        _record.ReportEditors.Add(new ReportEditor { ReportId = report.Id, Editor = by });
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return report.Number;
    }

    /// <summary>Adds a whole prepared report, with the numbered notes it rests on where it is a meeting's.</summary>
    public async Task AddAsync(SummaryReport report, IEnumerable<MeetingNote> notes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(notes);
        if (report.Status is ReportStatus.Published) report.ContentHash ??= ReportContent.Hash(report);
        _record.Reports.Add(report);
        _record.MeetingNotes.AddRange(notes);
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
    }

    /// <summary>The number that the next new report gets.</summary>
    public async Task<int> NextNumberAsync(CancellationToken cancel) =>
        (await _record.Reports.Where(report => report.Number < FirstOfRehearsals).MaxAsync(report => (int?)report.Number, cancel) ?? 0) + 1;

    // What a correction says of the version before would tell why that one was withdrawn afterwards.
    private async Task<PublicReport> AsReadAsync(SummaryReport report, CancellationToken cancel)
    {
        if (report.CorrectionNote is not null && await _record.Reports.AnyAsync(
            before => before.Number == report.Number && before.Version == report.Version - 1 && before.Status == ReportStatus.Withdrawn, cancel)) report.CorrectionNote = null;
        return new PublicReport(report, null);
    }

    private async Task<int> NextOfRehearsalsAsync(CancellationToken cancel) =>
        (await _record.Reports.Where(report => report.Number >= FirstOfRehearsals).MaxAsync(report => (int?)report.Number, cancel) ?? FirstOfRehearsals - 1) + 1;
}
