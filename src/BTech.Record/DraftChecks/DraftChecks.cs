using BTech.Agenda;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.DraftChecks;

/// <summary>The participants' checks: begun on a cleared version, or left out by somebody who clears.</summary>
public sealed class DraftChecks
{
    private readonly RecordContext _record;
    private readonly IBatchKeys _keys;
    private readonly TimeProvider _time;

    internal DraftChecks(RecordContext record, IBatchKeys keys, TimeProvider time) => (_record, _keys, _time) = (record, keys, time);

    /// <summary>The check of a version.</summary>
    public Task<DraftCheck?> FindAsync(Guid reportId, CancellationToken cancel) => _record.DraftChecks.AsNoTracking().SingleOrDefaultAsync(check => check.ReportId == reportId, cancel);

    /// <summary>The draft that a code opens; nothing where it opens none.</summary>
    /// <param name="typed">The code as somebody typed it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<HeldDraft?> FindAsync(string? typed, CancellationToken cancel)
    {
        if (ReadingCode.Read(typed) is not { } code || await _record.DraftChecks.AsNoTracking().SingleOrDefaultAsync(check => check.Code == code, cancel) is not { } check) return null;
        var report = await _record.WholeReports().AsNoTracking().SingleAsync(report => report.Id == check.ReportId, cancel);
        return new HeldDraft(report, check, check.State != DraftCheckState.Running || check.OutOn <= CheckDays.Today(_time.GetUtcNow()));
    }

    /// <summary>The checks of which everybody invited is to be told, each with the window of its report.</summary>
    public async Task<IReadOnlyList<(DraftCheck Check, Guid WindowId)>> RunningAsync(CancellationToken cancel)
    {
        var today = CheckDays.Today(_time.GetUtcNow());
        var found = await _record.DraftChecks.AsNoTracking().Where(check => check.State == DraftCheckState.Running && check.OutOn > today)
            .Join(_record.Reports, check => check.ReportId, report => report.Id, (check, report) => new { Check = check, report.WindowId }).ToListAsync(cancel);
        return found.ConvertAll(one => (one.Check, one.WindowId));
    }

    /// <summary>Begins the check of a cleared version; everybody invited is told by letter soon after.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="workingDays">How long it lasts.</param>
    /// <param name="cancel">Gives up; nothing has begun then.</param>
    public Task<CheckResult> BeginAsync(Guid reportId, int workingDays, CancellationToken cancel) => StepAsync(reportId, async report =>
    {
        if (workingDays is < CheckDays.Fewest or > CheckDays.Most) return CheckResult.DaysOutOfRange;
        if (await FindAsync(reportId, cancel) is { } known && known.State != DraftCheckState.LeftOut) return CheckResult.NotNow;
        await _record.DraftChecks.Where(check => check.ReportId == reportId).ExecuteDeleteAsync(cancel);
        var outOn = CheckDays.OutOn(_time.GetUtcNow(), workingDays);
        await _keys.CreateAsync(reportId, outOn, cancel);
        using var key = await _keys.OpenAsync(reportId, outOn, cancel);
        _record.DraftChecks.Add(new DraftCheck { ReportId = reportId, State = DraftCheckState.Running, Code = ReadingCode.New(), OutOn = outOn });
        _record.CheckedSentences.AddRange(NumberedSentence.Of(report).Select(sentence => new CheckedSentence { ReportId = reportId, Number = sentence.Number, Text = sentence.Text }));
        _record.CheckBoxes.AddRange(Enumerable.Range(0, AnswerRewrite.BoxesOfOne).Select(_ => new CheckBoxRow { Id = Guid.NewGuid(), ReportId = reportId, Box = AnswerRewrite.Unused(key, reportId) }));
        return CheckResult.Done;
    }, cancel);

    /// <summary>Decides that nobody is asked about a cleared version. Whoever edited it cannot.</summary>
    public Task<CheckResult> LeaveOutAsync(Guid reportId, string? reason, StaffId by, CancellationToken cancel) => StepAsync(reportId, async _ =>
    {
        if (await _record.IsEditorAsync(reportId, by, cancel)) return CheckResult.OwnWork;
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > StatementRules.LongestReason) return CheckResult.ReasonLength;
        if (await FindAsync(reportId, cancel) is not null) return CheckResult.NotNow;
        _record.DraftChecks.Add(new DraftCheck { ReportId = reportId, State = DraftCheckState.LeftOut, Reason = reason.Trim(), LeftOutBy = by });
        return CheckResult.Done;
    }, cancel);

    /// <summary>What was answered to the sentences of a version, in its order; nothing before the answers are out.</summary>
    public async Task<IReadOnlyList<ReadAnswer>> AnswersAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var answers = await _record.CheckAnswers.AsNoTracking().Where(answer => answer.ReportId == report.Id)
            .Join(_record.CheckedSentences, answer => new { answer.ReportId, Number = answer.Sentence }, sentence => new { sentence.ReportId, sentence.Number }, (answer, sentence) => new { Answer = answer, sentence.Number, sentence.Text })
            .ToListAsync(cancel);
        var said = NumberedSentence.Of(report).Select(sentence => sentence.Text).ToHashSet(StringComparer.Ordinal);
        return [.. answers.GroupBy(one => (one.Number, one.Text)).OrderBy(sentence => sentence.Key.Number).Select(sentence => new ReadAnswer(sentence.Key.Text, said.Contains(sentence.Key.Text),
            [.. sentence.OrderBy(one => one.Answer.Kind).ThenBy(one => one.Answer.Id).Select(one => (one.Answer.Kind, one.Answer.Words))]))];
    }

    /// <summary>
    /// What keeps a cleared version from being published as far as the participants are concerned. A report is checked once: in any of its versions, or somebody
    /// decided otherwise; a correction may be checked, and need not be. Meetings have nobody to ask.
    /// </summary>
    internal static async Task<ClearanceResult> HoldsBackAsync(RecordContext record, SummaryReport report, CancellationToken cancel)
    {
        if (report.IsMeeting) return ClearanceResult.Done;
        var checks = await record.DraftChecks.AsNoTracking().Where(check => record.Reports.Any(version => version.Id == check.ReportId && version.Number == report.Number)).ToListAsync(cancel);
        if (checks.Exists(check => check.ReportId == report.Id && check.State == DraftCheckState.Running)) return ClearanceResult.StillAsking;
        return checks.Exists(check => check.State != DraftCheckState.Running) ? ClearanceResult.Done : ClearanceResult.NotAsked;
    }

    private Task<CheckResult> StepAsync(Guid reportId, Func<SummaryReport, Task<CheckResult>> step, CancellationToken cancel) => _record.UnderReportLockAsync(reportId, async () =>
    {
        if (await _record.WholeReports().AsNoTracking().SingleOrDefaultAsync(report => report.Id == reportId, cancel) is not { } report) return CheckResult.NotThere;
        return report.IsMeeting || report.Status != ReportStatus.Cleared ? CheckResult.NotNow : await step(report);
    }, result => result is CheckResult.Done, cancel);
}
