using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Passages;

/// <summary>
/// Whether a report accounts for everything that was coded: each passage of a kept input is told of in a key point or set aside with a reason. Meetings
/// have no passages, and of a frozen round none is asked for any more.
/// </summary>
public sealed class PassageCoverage
{
    private readonly RecordContext _record;
    private readonly Drafting _drafting;
    private readonly ExcerptCoding _coding;

    internal PassageCoverage(RecordContext record, Drafting drafting, ExcerptCoding coding) => (_record, _drafting, _coding) = (record, drafting, coding);

    /// <summary>Whether a passage is neither told of nor set aside. Not to be asked of a round that is frozen, whose passages nobody accounts for any more.</summary>
    public async Task<bool> LeavesAnyAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.IsMeeting) return false;
        var carried = report.Carried();
        return await Counting(report).AnyAsync(excerpt => !carried.Contains(excerpt.Id) && !_record.SetAsidePassages.Any(one => one.ReportId == report.Id && one.ExcerptId == excerpt.Id), cancel);
    }

    /// <summary>The whole, and theme by theme, those with passages left first, then by name. Inputs that the reader still has to code blind are left out.</summary>
    public async Task<ReportCoverage> OfAsync(SummaryReport report, StaffId reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var carried = report.Carried();
        var counts = await (
            from excerpt in Counting(report)
            where !_record.BlindInputs(reader).Any(input => input.Id == excerpt.InputId)
            group new
            {
                IsTold = carried.Contains(excerpt.Id),
                IsSetAside = _record.SetAsidePassages.Any(one => one.ReportId == report.Id && one.ExcerptId == excerpt.Id),
            } by excerpt.ThemeId into theme
            select new { theme.Key, All = theme.Count(), Told = theme.Count(one => one.IsTold), SetAside = theme.Count(one => one.IsSetAside && !one.IsTold) }).ToListAsync(cancel);
        var ids = counts.ConvertAll(one => one.Key);
        var themes = await _record.Themes.AsNoTracking().Where(theme => ids.Contains(theme.Id)).ToDictionaryAsync(theme => theme.Id, cancel);
        // A passage has one theme, so that nothing is counted twice.
        var (told, setAside) = (counts.Sum(one => one.Told), counts.Sum(one => one.SetAside));
        return new ReportCoverage(
            [.. counts.Select(one => new ThemeCoverage(themes[one.Key], DisclosureControl.ForTeam(one.Told), DisclosureControl.ForTeam(one.SetAside), DisclosureControl.ForTeam(one.All - one.Told - one.SetAside)))
                .OrderBy(theme => theme.IsWhole).ThenBy(theme => theme.Theme.Name, StringComparer.CurrentCultureIgnoreCase)],
            DisclosureControl.ForTeam(told), DisclosureControl.ForTeam(setAside), DisclosureControl.ForTeam(counts.Sum(one => one.All) - told - setAside));
    }

    /// <summary>The passages under one theme that the report does not tell of. Inputs that the reader still has to code blind are left out.</summary>
    public async Task<ThemePassages> OfThemeAsync(SummaryReport report, Guid theme, StaffId reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var carried = report.Carried().ToHashSet();
        var aside = await _record.SetAsidePassages.AsNoTracking().Where(one => one.ReportId == report.Id).ToDictionaryAsync(one => one.ExcerptId, cancel);
        var untold = (await _coding.OfWindowAsync(reader, report.WindowId, null, theme, cancel)).Where(passage => !carried.Contains(passage.Id)).ToLookup(passage => aside.ContainsKey(passage.Id));
        return new ThemePassages([.. untold[false]], [.. untold[true].Select(passage => (passage, aside[passage.Id].Reason, aside[passage.Id].Words))]);
    }

    /// <summary>Sets passages aside in a draft, all for one reason. One that a key point rests on stays where it is.</summary>
    /// <param name="reportId">The version.</param>
    /// <param name="excerpts">The passages.</param>
    /// <param name="reason">Why; nothing is refused, and so is a number that stands for no reason.</param>
    /// <param name="words">Why in words, up to <see cref="StatementRules.LongestReason"/> characters; needed for <see cref="PassageReason.Other"/>.</param>
    /// <param name="by">Who does.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    public Task<DraftOutcome> SetAsideAsync(Guid reportId, IReadOnlyCollection<Guid> excerpts, PassageReason? reason, string? words, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(excerpts);
        return _drafting.EditAsync(reportId, by, async report =>
        {
            if (words?.Trim().Length > StatementRules.LongestReason) return new DraftOutcome(DraftResult.ReasonTooLong);
            if (reason is not { } chosenReason || !Enum.IsDefined(chosenReason) || (reason == PassageReason.Other && string.IsNullOrWhiteSpace(words))) return new DraftOutcome(DraftResult.ReasonMissing);
            var carried = report.Carried();
            var chosen = await Counting(report).Where(excerpt => excerpts.Contains(excerpt.Id) && !carried.Contains(excerpt.Id)).Select(excerpt => excerpt.Id).ToListAsync(cancel);
            if (chosen.Count == 0) return new DraftOutcome(DraftResult.EvidenceMissing);
            var known = await _record.SetAsidePassages.Where(one => one.ReportId == reportId && chosen.Contains(one.ExcerptId)).ToDictionaryAsync(one => one.ExcerptId, cancel);
            var why = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
            foreach (var id in chosen)
            {
                if (known.TryGetValue(id, out var one)) (one.Reason, one.Words) = (chosenReason, why);
                else _record.SetAsidePassages.Add(new SetAsidePassage { ReportId = reportId, ExcerptId = id, Reason = chosenReason, Words = why });
            }
            return DraftOutcome.Done;
        }, cancel);
    }

    /// <summary>Takes passages of a draft back from those that were set aside.</summary>
    public Task<DraftOutcome> TakeBackAsync(Guid reportId, IReadOnlyCollection<Guid> excerpts, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(excerpts);
        return _drafting.EditAsync(reportId, by, async _ =>
        {
            var known = await _record.SetAsidePassages.Where(one => one.ReportId == reportId && excerpts.Contains(one.ExcerptId)).ToListAsync(cancel);
            if (known.Count == 0) return DraftOutcome.NotThere;
            _record.SetAsidePassages.RemoveRange(known);
            return DraftOutcome.Done;
        }, cancel);
    }

    private IQueryable<CodedExcerpt> Counting(SummaryReport report)
    {
        var inputs = _record.KeptInputs(report.WindowId);
        return _record.Excerpts.Where(excerpt => inputs.Any(input => input.Id == excerpt.InputId));
    }
}
