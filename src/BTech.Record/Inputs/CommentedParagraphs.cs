using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>The anchors of a sealed window's comments: which paragraphs, with how many. Before the seal there is nothing to read: boxes keep their own.</summary>
public sealed class CommentedParagraphs
{
    private readonly RecordContext _record;

    internal CommentedParagraphs(RecordContext record) => _record = record;

    /// <summary>All paragraphs with a comment that is not set aside, by number.</summary>
    public async Task<IReadOnlyList<CommentedParagraph>> ListAsync(Guid windowId, CancellationToken cancel)
    {
        var kept = _record.KeptInputs(windowId).Where(input => input.ParagraphNumber != null);
        var inputs = await kept.GroupBy(input => input.ParagraphNumber!.Value).Select(same => new { Number = same.Key, Count = same.Count() }).ToListAsync(cancel);
        var newest = _record.Reports.Where(report => report.WindowId == windowId && !_record.Reports.Any(newer => newer.Number == report.Number && newer.Version > report.Version));
        var points = newest.SelectMany(report => report.Sections).SelectMany(section => section.Blocks).SelectMany(block => block.Statements).Select(statement => statement.Id);
        var used = await (
            from evidence in _record.Evidence
            join excerpt in _record.Excerpts on evidence.ExcerptId equals excerpt.Id
            join input in kept on excerpt.InputId equals input.Id
            where points.Contains(evidence.KeyPointId)
            select new { Number = input.ParagraphNumber!.Value, evidence.KeyPointId }).Distinct().GroupBy(one => one.Number).Select(same => new { Number = same.Key, Count = same.Count() }).ToListAsync(cancel);
        var keyPoints = used.ToDictionary(one => one.Number, one => one.Count);
        return [.. inputs.OrderBy(one => one.Number).Select(one => new CommentedParagraph(one.Number, DisclosureControl.ForTeam(one.Count), DisclosureControl.ForTeam(keyPoints.GetValueOrDefault(one.Number))))];
    }
}
