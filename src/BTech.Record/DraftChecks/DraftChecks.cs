using BTech.Agenda;
using BTech.Record.FollowUp;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.DraftChecks;

/// <summary>The participants' checks: begun on a cleared version, or left out by somebody who clears.</summary>
public sealed class DraftChecks
{
    // Boxes that stay closed although their key is there may be opened by whoever runs the site; after that they are given up.
    private const int DaysToOpen = 3;

    private readonly RecordContext _record;
    private readonly IBatchKeys _keys;
    private readonly TimeProvider _time;

    internal DraftChecks(RecordContext record, IBatchKeys keys, TimeProvider time) => (_record, _keys, _time) = (record, keys, time);

    /// <summary>The check of a version.</summary>
    public Task<DraftCheck?> FindAsync(Guid reportId, CancellationToken cancel) => _record.DraftChecks.AsNoTracking().SingleOrDefaultAsync(check => check.ReportId == reportId, cancel);

    /// <summary>
    /// Whether somebody who clears may decide that nobody is asked, or nobody further: not while people read the draft, nor after a whole check, nor as long as
    /// answers that are due are likely to come out by themselves.
    /// </summary>
    public async Task<bool> CanBeLeftOutAsync(DraftCheck? check, CancellationToken cancel)
    {
        if (check is null or { State: DraftCheckState.Out, StoppedEarly: true }) return true;
        var now = _time.GetUtcNow();
        if (!check.IsOverdue(now) || check.OutOn is not { } outOn) return false;
        return CheckDays.Today(now) >= outOn.AddDays(DaysToOpen) || !(await _keys.FindAsync(check.ReportId, cancel)).Contains(outOn);
    }

    /// <summary>Whether a draft had a sentence of this number when its check began.</summary>
    public Task<bool> HadSentenceAsync(Guid reportId, int number, CancellationToken cancel) =>
        _record.CheckedSentences.AnyAsync(sentence => sentence.ReportId == reportId && sentence.Number == number, cancel);

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
            .Join(_record.Reports.Where(report => report.Status == ReportStatus.Cleared), check => check.ReportId, report => report.Id, (check, report) => new { Check = check, report.WindowId }).ToListAsync(cancel);
        return found.ConvertAll(one => (one.Check, one.WindowId));
    }

    /// <summary>Begins the check of a cleared version; everybody invited is told by letter soon after.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="workingDays">How long it lasts.</param>
    /// <param name="cancel">Gives up; nothing has begun then.</param>
    public Task<CheckResult> BeginAsync(Guid reportId, int workingDays, CancellationToken cancel) => StepAsync(reportId, async report =>
    {
        if (workingDays is < CheckDays.Fewest or > CheckDays.Most) return CheckResult.DaysOutOfRange;
        // One that people have read stays as it is, with its answers.
        if (await FindAsync(reportId, cancel) is { Code: not null }) return CheckResult.NotNow;
        await _record.DraftChecks.Where(check => check.ReportId == reportId).ExecuteDeleteAsync(cancel);
        var outOn = CheckDays.OutOn(_time.GetUtcNow(), workingDays);
        await _keys.CreateAsync(reportId, outOn, cancel);
        using var key = await _keys.OpenAsync(reportId, outOn, cancel);
        _record.DraftChecks.Add(new DraftCheck { ReportId = reportId, State = DraftCheckState.Running, Code = ReadingCode.New(), OutOn = outOn });
        _record.CheckedSentences.AddRange(NumberedSentence.Of(report).Select(sentence => new CheckedSentence { ReportId = reportId, Number = sentence.Number, Text = sentence.Text }));
        _record.CheckBoxes.AddRange(Enumerable.Range(0, AnswerRewrite.BoxesOfOne).Select(_ => new CheckBoxRow { Id = Guid.NewGuid(), ReportId = reportId, Box = AnswerRewrite.Unused(key, reportId) }));
        return CheckResult.Done;
    }, cancel);

    /// <summary>
    /// Decides that nobody is asked about a cleared version, or nobody further where the check was stopped early or its answers cannot be opened. Whoever edited it cannot.
    /// </summary>
    public Task<CheckResult> LeaveOutAsync(Guid reportId, string? reason, StaffId by, CancellationToken cancel) => StepAsync(reportId, async _ =>
    {
        if (await _record.IsEditorAsync(reportId, by, cancel)) return CheckResult.OwnWork;
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > StatementRules.LongestReason) return CheckResult.ReasonLength;
        var known = await _record.DraftChecks.SingleOrDefaultAsync(check => check.ReportId == reportId, cancel);
        if (!await CanBeLeftOutAsync(known, cancel)) return CheckResult.NotNow;
        // Answers that could not be opened until now are given up.
        await _record.CheckBoxes.Where(box => box.ReportId == reportId).ExecuteDeleteAsync(cancel);
        if (known is null) _record.DraftChecks.Add(known = new DraftCheck { ReportId = reportId, State = DraftCheckState.LeftOut });
        (known.State, known.Reason, known.LeftOutBy) = (DraftCheckState.LeftOut, reason.Trim(), by);
        return CheckResult.Done;
    }, cancel);

    /// <summary>
    /// What was answered to the sentences of a report in all its versions, in their order; nothing before the answers are out. Earlier answers stop a later version too
    /// (<see cref="AnswersInText"/>).
    /// </summary>
    public async Task<IReadOnlyList<ReadAnswer>> AnswersAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var answers = await _record.CheckAnswers.AsNoTracking().Where(answer => _record.Reports.Any(version => version.Id == answer.ReportId && version.Number == report.Number))
            .Join(_record.CheckedSentences, answer => new { answer.ReportId, Number = answer.Sentence }, sentence => new { sentence.ReportId, sentence.Number }, (answer, sentence) => new { Answer = answer, sentence.Number, sentence.Text })
            .Join(_record.Reports, one => one.Answer.ReportId, version => version.Id, (one, version) => new { one.Answer, version.Version, one.Number, one.Text }).ToListAsync(cancel);
        var said = new SaidSentences(report);
        return [.. answers.GroupBy(one => one.Text).OrderBy(sentence => sentence.Min(one => (one.Version, one.Number))).Select(sentence => new ReadAnswer(sentence.Key, said.Say(sentence.Key),
            [.. sentence.OrderBy(one => one.Answer.Kind).ThenBy(one => one.Answer.Id).Select(one => (one.Answer.Kind, one.Answer.Words))]))];
    }

    /// <summary>
    /// What keeps a cleared version from being published as far as the participants are concerned. A report is checked once: in any of its versions, or somebody
    /// decided otherwise; a correction may be checked, and need not be. Meetings have nobody to ask.
    /// </summary>
    internal static async Task<ClearanceResult> HoldsBackAsync(RecordContext record, SummaryReport report, CancellationToken cancel)
    {
        if (report.IsMeeting) return ClearanceResult.Done;
        var checks = await record.DraftChecks.AsNoTracking().Where(check => record.Reports.Any(version => version.Id == check.ReportId && version.Number == report.Number))
            .Select(check => new { Check = check, IsOwnWork = record.ReportEditors.Any(editor => editor.ReportId == check.ReportId && editor.Editor == check.LeftOutBy) }).ToListAsync(cancel);
        if (checks.Exists(one => one.Check.ReportId == report.Id && one.Check.State == DraftCheckState.Running)) return ClearanceResult.StillAsking;
        // Whoever decided that nobody is asked and edited the version since has decided nothing.
        return checks.Exists(one => one.Check is { State: DraftCheckState.Out, StoppedEarly: false } || (one.Check.State == DraftCheckState.LeftOut && !one.IsOwnWork)) ? ClearanceResult.Done : ClearanceResult.NotAsked;
    }

    /// <summary>Whether people may be reading a version: it is not cleared anew meanwhile, because they would answer to another text.</summary>
    internal static Task<bool> IsReadAsync(RecordContext record, Guid reportId, DateTimeOffset now, CancellationToken cancel)
    {
        var today = CheckDays.Today(now);
        return record.DraftChecks.AnyAsync(check => check.ReportId == reportId && check.State == DraftCheckState.Running && check.OutOn > today, cancel);
    }

    /// <summary>Ends the reading of a version that its editors take back. What was decided about the text as it was cleared, that nobody is asked, or nobody further, is decided no more.</summary>
    internal static async Task StopAsync(RecordContext record, Guid reportId, DateTimeOffset now, CancellationToken cancel)
    {
        // After the last day everybody could read it to the end, though its answers may not be out yet.
        var today = CheckDays.Today(now);
        await record.DraftChecks.Where(check => check.ReportId == reportId && check.State == DraftCheckState.Running && check.OutOn > today).ExecuteUpdateAsync(set => set.SetProperty(check => check.StoppedEarly, true), cancel);
        await record.DraftChecks.Where(check => check.ReportId == reportId && check.State == DraftCheckState.LeftOut && check.Code != null).ExecuteUpdateAsync(
            set => set.SetProperty(check => check.State, DraftCheckState.Out).SetProperty(check => check.StoppedEarly, true).SetProperty(check => check.Reason, (string?)null)
                .SetProperty(check => check.LeftOutBy, (StaffId?)null), cancel);
        await record.DraftChecks.Where(check => check.ReportId == reportId && check.Code == null).ExecuteDeleteAsync(cancel);
    }

    private Task<CheckResult> StepAsync(Guid reportId, Func<SummaryReport, Task<CheckResult>> step, CancellationToken cancel) => _record.UnderReportLockAsync(reportId, async () =>
    {
        if (await _record.WholeReports().AsNoTracking().SingleOrDefaultAsync(report => report.Id == reportId, cancel) is not { } report) return CheckResult.NotThere;
        return report.IsMeeting || report.Status != ReportStatus.Cleared ? CheckResult.NotNow : await step(report);
    }, result => result is CheckResult.Done, cancel);
}
