using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using BTech.Record.Words;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Reports.Passages;

/// <summary>
/// How exhaustive a report is, as everybody may know it: the share of the coded passages on which its key points rest, in tens, or a sentence that no figure is
/// given. The product writes it as a version is published, so that it is counted then, and not before: a figure in the draft that participants check would be
/// a second one beside it. The first version that was public decides for all later ones: two figures at two times would tell of who withdrew between them.
/// </summary>
public sealed class CarriedShare
{
    private readonly RecordContext _record;

    internal CarriedShare(RecordContext record) => _record = record;

    /// <summary>The sentence that the report tells, or with which it would be published now. Nothing for a meeting, which has no passages, and where its first public version had none.</summary>
    public Task<string?> SentenceAsync(SummaryReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return SentenceAsync(report, report.Status.WasPublic(), cancel);
    }

    private async Task<string?> SentenceAsync(SummaryReport report, bool wasPublic, CancellationToken cancel)
    {
        if (report.IsMeeting) return null;
        var language = Language.Find(report.Language) ?? Language.English;
        var first = await _record.Reports.PublicBefore(report).OrderBy(earlier => earlier.Version).Select(earlier => (Guid?)earlier.Id).FirstOrDefaultAsync(cancel);
        // One that is or was public tells what it told.
        if (wasPublic) first ??= report.Id;
        if (first is null) return Sentence(language, (await ShareAsync(report, cancel))?.Percent);
        var own = Sentences(language).ToArray();
        return await (
            from section in _record.Set<Section>()
            join block in _record.Set<Block>() on section.Id equals block.SectionId
            join fact in _record.Set<Fact>() on block.Id equals fact.BlockId
            where section.ReportId == first && own.Contains(fact.Text)
            select fact.Text).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Writes it into the section on participation of a version that is being published. No other sentence of its kind stays, wherever somebody put it.</summary>
    internal async Task WriteAsync(SummaryReport report, CancellationToken cancel)
    {
        var sentence = await SentenceAsync(report, wasPublic: false, cancel);
        var own = Sentences(Language.Find(report.Language) ?? Language.English).ToHashSet(StringComparer.Ordinal);
        var participation = report.Sections.Find(section => section.Kind == SectionKind.Participation);
        var standing = participation?.Blocks.SelectMany(block => block.Statements).FirstOrDefault(statement => statement is Fact && statement.Text == sentence);
        foreach (var section in report.Sections)
            section.Blocks.RemoveAll(block => block.Statements.RemoveAll(statement => statement is Fact && statement != standing && own.Contains(statement.Text)) > 0 && block.Statements.Count == 0);
        if (sentence is null || participation is null || standing is not null) return;
        var last = participation.Blocks.OrderBy(block => block.Order).LastOrDefault();
        if (last is null or not { Kind: BlockKind.Paragraph })
        {
            last = new Block { Id = Guid.NewGuid(), SectionId = participation.Id, Order = (last?.Order ?? 0) + 1, Kind = BlockKind.Paragraph };
            participation.Blocks.Add(last);
        }
        last.Statements.Add(new Fact { Id = Guid.NewGuid(), BlockId = last.Id, Order = last.Statements.Select(statement => statement.Order).DefaultIfEmpty().Max() + 1, Text = sentence });
    }

    /// <summary>Every sentence that this can be.</summary>
    internal static IEnumerable<string> Sentences(Language language) =>
        Enumerable.Range(1, 9).Select(tens => Sentence(language, tens * 10)).Append(Sentence(language, null));

    private static string Sentence(Language language, int? percent) =>
        percent is { } tens ? Phrases.In(language, "Participation.Share", tens) : Phrases.In(language, "Participation.NoShare");

    // Imported passages have no contributor and are in no public number; nor is anybody's in a frozen round, so that no figure is told there for the first time.
    private async Task<PublicShare?> ShareAsync(SummaryReport report, CancellationToken cancel)
    {
        var carried = report.Carried().ToHashSet();
        var campaigns = await _record.CampaignsAsync(report.WindowId, cancel);
        var passages = (await (
            from excerpt in _record.Excerpts
            join input in _record.KeptInputs(report.WindowId) on excerpt.InputId equals input.Id
            where input.ContributorId != null
            select new { excerpt.Id, excerpt.InputId, Contributor = input.ContributorId!.Value }).ToListAsync(cancel))
            .ToLookup(passage => carried.Contains(passage.Id), passage => new Voices.Said(passage.Contributor, null, campaigns.GetValueOrDefault(passage.InputId)?.Id));
        return DisclosureControl.Share(
            (passages[true].Count(), passages[false].Count()), (Voices.Count(passages[true]), Voices.Count(passages[false])),
            await _record.SmallestGroupAsync(report.WindowId, cancel), await _record.LargestDelegationsAsync(report.WindowId, cancel));
    }
}
