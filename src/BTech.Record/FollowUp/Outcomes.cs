using BTech.Languages;
using BTech.Record.Boxes;
using BTech.Record.Coding;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.FollowUp;

/// <summary>
/// Tells an author, by follow-up code and by the words themselves, that they stand in the sealed record and what became of them. Nothing is told of the team's
/// work before its report is published but that it would like to quote a passage, and nothing is written.
/// </summary>
public sealed class Outcomes
{
    private readonly RecordContext _record;
    private readonly Inclusion _inclusion;

    internal Outcomes(RecordContext record, Inclusion inclusion) => (_record, _inclusion) = (record, inclusion);

    /// <summary>
    /// What became of the text; nothing where code and words together are in no sealed record, whatever the reason. Held to the same pace for all, and the same
    /// statements are run for all: neither who times the look-up nor who counts what the database does can tell a hit from a miss.
    /// </summary>
    public Task<Outcome?> FindAsync(FollowUpCode code, string pasted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(code);
        return EvenPace.HoldAsync(async () =>
        {
            var held = await _inclusion.FindAsync(code, pasted, cancel);
            var outcome = await ReadAsync(held.Window, held.Inputs, pasted, cancel);
            return held.Inputs.Length > 0 ? outcome : null;
        }, cancel);
    }

    // Every statement is run whatever the ones before it gave; what must not be told is left out at the end.
    private async Task<Outcome> ReadAsync(Guid window, Guid[] inputs, string pasted, CancellationToken cancel)
    {
        var isThere = await _record.Inputs.AnyAsync(input => inputs.Contains(input.Id), cancel);
        var report = await _record.Reports.AsNoTracking().Where(one => one.WindowId == window && one.Status == ReportStatus.Published)
            .OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        var (reportId, number) = (report?.Id ?? Guid.Empty, report?.Number ?? 0);
        var passages = await PassagesAsync(window, inputs, pasted, cancel);
        var themes = await (from passage in _record.Excerpts.Where(one => passages.Contains(one.Id)) join theme in _record.Themes on passage.ThemeId equals theme.Id select theme.Name).Distinct().ToListAsync(cancel);
        var rows = await (
            from section in _record.Set<Section>()
            join block in _record.Set<Block>() on section.Id equals block.SectionId
            join point in _record.Set<KeyPoint>() on block.Id equals point.BlockId
            join evidence in _record.Evidence on point.Id equals evidence.KeyPointId
            where section.ReportId == reportId && passages.Contains(evidence.ExcerptId)
            orderby section.Order, block.Order, point.Order
            select new { point.LineageId, point.Text, evidence.Weight }).ToListAsync(cancel);
        var responses = await _record.NewestReleaseAsync(number, cancel);
        var question = await QuestionAsync(window, inputs, cancel);
        if (!isThere) return new Outcome { IsWithdrawn = true };
        if (report is null) return new Outcome { Question = question };
        return new Outcome
        {
            Question = question,
            Report = report.Number,
            Language = report.Language,
            IsAnswered = responses.Count > 0,
            Themes = [.. themes.Order(StringComparer.CurrentCultureIgnoreCase)],
            Sentences = [.. rows.GroupBy(row => (row.LineageId, row.Text)).Select(point => new OutcomeSentence(
                point.Key.Text, point.All(row => row.Weight == EvidenceWeight.Contrary), responses.GetValueOrDefault(point.Key.LineageId)))],
        };
    }

    // Of all that was asked of one author a single question is put: the one that was allowed, or else always the same one, by its random id, which is new at each asking.
    private async Task<PutQuestion?> QuestionAsync(Guid window, Guid[] inputs, CancellationToken cancel)
    {
        var asked = await (
            from quotation in _record.Quotable(window)
            join input in _record.Inputs on quotation.InputId equals input.Id
            where input.ContributorId != null && _record.Inputs.Any(shown => inputs.Contains(shown.Id) && shown.ContributorId == input.ContributorId)
            select new { quotation.Id, quotation.InputId, quotation.IsReleased, quotation.Start, quotation.End, input.Text }).ToListAsync(cancel);
        return asked.OrderByDescending(one => one.IsReleased).ThenBy(one => one.Id).Take(1).Where(one => inputs.Contains(one.InputId))
            .Select(one => new PutQuestion(one.Id, CodePoints.Slice(one.Text, one.Start, one.End), one.IsReleased)).FirstOrDefault();
    }

    // By the same gates as every count: neither what was set aside nor a coding that does not count. Of a confirmed campaign one variant is coded and attached,
    // and it stands for all of them: so its outcome is that of each, as far as its words are theirs. What another sender added is that sender's alone.
    private async Task<Guid[]> PassagesAsync(Guid window, Guid[] inputs, string pasted, CancellationToken cancel)
    {
        var campaigns = from text in _record.AlikeTexts
                        join own in _record.KeptInputs(window) on text.InputId equals own.Id
                        where inputs.Contains(own.Id) && !text.IsOut && _record.AlikeGroups.Any(one => one.Id == text.GroupId && one.IsOneText)
                        select text.GroupId;
        var found = await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(window) on excerpt.InputId equals input.Id
            where inputs.Contains(input.Id) || (!excerpt.InTranslation && _record.AlikeTexts.Any(text => text.InputId == input.Id && !text.IsOut && campaigns.Contains(text.GroupId)))
            select new { excerpt.Id, excerpt.Start, excerpt.End, IsOwn = inputs.Contains(input.Id), input.Text }).ToListAsync(cancel);
        var words = WordPieces.RowOf(pasted);
        return [.. found.Where(one => one.IsOwn || words.Contains(WordPieces.RowOf(CodePoints.Slice(one.Text, one.Start, one.End)), StringComparison.Ordinal)).Select(one => one.Id)];
    }
}
