using BTech.Record.Boxes;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.FollowUp;

/// <summary>
/// Tells an author, by follow-up code and by the words themselves, that they stand in the sealed record and what became of them. Nothing is told of the team's
/// work before its report is published, and nothing is written.
/// </summary>
public sealed class Outcomes
{
    private readonly RecordContext _record;
    private readonly Inclusion _inclusion;

    internal Outcomes(RecordContext record, Inclusion inclusion) => (_record, _inclusion) = (record, inclusion);

    /// <summary>What became of the text; nothing where code and words together are in no sealed record, whatever the reason. Held to the same pace for all.</summary>
    public Task<Outcome?> FindAsync(FollowUpCode code, string pasted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(async () => await _inclusion.FindAsync(code, pasted, cancel) is { Inputs.Length: > 0 } held ? await ReadAsync(held.Window, held.Inputs, cancel) : null, cancel);
    }

    // Only for the right words under the right code, whose answer is no secret from whoever has both.
    private async Task<Outcome?> ReadAsync(Guid window, Guid[] inputs, CancellationToken cancel)
    {
        if (!await _record.Inputs.AnyAsync(input => inputs.Contains(input.Id), cancel)) return new Outcome { IsWithdrawn = true };
        var report = await _record.Reports.AsNoTracking().Where(one => one.WindowId == window && one.Status == ReportStatus.Published)
            .OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (report is null) return new Outcome();
        // By the same gates as every count: neither what was set aside nor a coding that does not count.
        var passages = from excerpt in _record.Excerpts
                       join input in _record.KeptInputs(window) on excerpt.InputId equals input.Id
                       where inputs.Contains(input.Id)
                       select excerpt;
        var themes = await (from passage in passages join theme in _record.Themes on passage.ThemeId equals theme.Id select theme.Name).Distinct().ToListAsync(cancel);
        var rows = await (
            from section in _record.Set<Section>()
            join block in _record.Set<Block>() on section.Id equals block.SectionId
            join point in _record.Set<KeyPoint>() on block.Id equals point.BlockId
            join evidence in _record.Evidence on point.Id equals evidence.KeyPointId
            join passage in passages on evidence.ExcerptId equals passage.Id
            where section.ReportId == report.Id
            orderby section.Order, block.Order, point.Order
            select new { point.LineageId, point.Text, evidence.Weight }).ToListAsync(cancel);
        var responses = await _record.NewestReleaseAsync(report.Number, cancel);
        return new Outcome
        {
            Report = report.Number,
            Language = report.Language,
            IsAnswered = responses.Count > 0,
            Themes = [.. themes.Order(StringComparer.CurrentCultureIgnoreCase)],
            Sentences = [.. rows.GroupBy(row => (row.LineageId, row.Text)).Select(point => new OutcomeSentence(
                point.Key.Text, point.All(row => row.Weight == EvidenceWeight.Contrary), responses.GetValueOrDefault(point.Key.LineageId)))],
        };
    }
}
