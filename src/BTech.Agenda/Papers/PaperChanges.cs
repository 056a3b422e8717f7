using BTech.Agenda.Comparing;
using BTech.Agenda.Storage;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Papers;

/// <summary>What became of a paper's paragraphs from version to version: read for any two, corrected for two that follow each other.</summary>
public sealed class PaperChanges
{
    private readonly AgendaContext _agenda;

    internal PaperChanges(AgendaContext agenda) => _agenda = agenda;

    /// <summary>Two versions compared; nothing when one of them is not there.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="older">The older version's number.</param>
    /// <param name="newer">The newer version's, which is higher.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PaperComparison?> FindAsync(Guid consultationId, int older, int newer, CancellationToken cancel)
    {
        var between = await _agenda.Papers.AsNoTracking().Where(paper => paper.ConsultationId == consultationId && paper.Number >= older && paper.Number <= newer)
            .OrderBy(paper => paper.Number).Select(paper => new { paper.Id, paper.Number }).ToListAsync(cancel);
        if (older >= newer || between.Count < 2 || between[0].Number != older || between[^1].Number != newer) return null;
        var (first, last) = (await ReadAsync(between[0].Id, cancel), await ReadAsync(between[^1].Id, cancel));
        if (first is null || last is null) return null;
        IReadOnlyList<Correspondence>? steps = null;
        foreach (var version in between.Skip(1))
        {
            var step = await StepsAsync(version.Id, cancel);
            steps = steps is null ? step : PaperComparison.Through(steps, step);
        }
        return PaperComparison.Of(first, last, steps!);
    }

    /// <summary>What came after a version, and what became of every version's paragraphs in the newest; <see cref="PaperSince.Nothing"/> when the version is not there.</summary>
    public async Task<PaperSince> SinceAsync(Guid? versionId, CancellationToken cancel)
    {
        if (versionId is not { } id || await ReadAsync(id, cancel) is not { } commented) return PaperSince.Nothing;
        var newer = await _agenda.Papers.AsNoTracking().AsSingleQuery().Include(paper => paper.Paragraphs.OrderBy(paragraph => paragraph.Order))
            .Where(paper => paper.ConsultationId == commented.ConsultationId && paper.Number > commented.Number).OrderBy(paper => paper.Number).ToListAsync(cancel);
        var steps = new List<IReadOnlyList<Correspondence>>();
        foreach (var version in newer) steps.Add(await StepsAsync(version.Id, cancel));
        return new PaperSince(commented, newer, steps);
    }

    /// <summary>How many lines of each version a person should look at; versions without any are left out.</summary>
    public async Task<IReadOnlyDictionary<int, int>> DoubtfulAsync(Guid consultationId, CancellationToken cancel) => await (
        from change in _agenda.ParagraphChanges
        join paper in _agenda.Papers on change.PaperVersionId equals paper.Id
        where paper.ConsultationId == consultationId && !change.IsDecided && change.Confidence < Correspondence.Sure
        group change by paper.Number into version
        select new { version.Key, Count = version.Count() }).ToDictionaryAsync(version => version.Key, version => version.Count, cancel);

    /// <summary>Writes what people decided about some paragraphs of a version; the others stay.</summary>
    /// <param name="versionId">The newer version.</param>
    /// <param name="seen">Its <see cref="PaperVersion.Corrections"/> when the page was made.</param>
    /// <param name="decisions">What they decided; ids are of the two versions, which the caller has checked.</param>
    /// <param name="cancel">Gives up; nothing is written then.</param>
    /// <returns>False when somebody else corrected the version, or took it back, meanwhile.</returns>
    public async Task<bool> DecideAsync(Guid versionId, int seen, IReadOnlyList<Decision> decisions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        // The row stays locked until the end, so that the second of two waits and then finds another number.
        if (await _agenda.Papers.Where(paper => paper.Id == versionId && paper.Corrections == seen)
            .ExecuteUpdateAsync(row => row.SetProperty(paper => paper.Corrections, paper => paper.Corrections + 1), cancel) == 0) return false;
        var steps = await StepsAsync(versionId, cancel);
        await _agenda.ParagraphChanges.Where(change => change.PaperVersionId == versionId).ExecuteDeleteAsync(cancel);
        _agenda.ParagraphChanges.AddRange(Decision.Apply(steps, decisions).Select(step => Row(versionId, step)));
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        return true;
    }

    internal static ParagraphChange Row(Guid versionId, Correspondence step) => new()
    {
        Id = Guid.NewGuid(), PaperVersionId = versionId, OldId = step.Old, NewId = step.New, Confidence = step.Confidence, IsDecided = step.IsDecided,
        Reason = step.Reasons.Count > 0 ? step.Reasons[0] : LocalizedText.Empty,
    };

    private async Task<List<Correspondence>> StepsAsync(Guid versionId, CancellationToken cancel) =>
        [.. (await _agenda.ParagraphChanges.AsNoTracking().Where(change => change.PaperVersionId == versionId).ToListAsync(cancel)).Select(Step)];

    private static Correspondence Step(ParagraphChange row) => new(row.OldId, row.NewId, row.Confidence, row.IsDecided, row.Reason.IsEmpty ? [] : [row.Reason]);

    private Task<PaperVersion?> ReadAsync(Guid id, CancellationToken cancel) =>
        _agenda.Papers.AsNoTracking().AsSingleQuery().Include(paper => paper.Paragraphs.OrderBy(paragraph => paragraph.Order)).SingleOrDefaultAsync(paper => paper.Id == id, cancel);
}
