using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Papers;

/// <summary>The scoping paper's versions.</summary>
public sealed class ScopingPapers
{
    private readonly AgendaContext _agenda;

    internal ScopingPapers(AgendaContext agenda) => _agenda = agenda;

    /// <summary>One version with its paragraphs in reading order; nothing when there is none.</summary>
    public Task<PaperVersion?> FindAsync(Guid versionId, CancellationToken cancel) =>
        WithParagraphs().SingleOrDefaultAsync(paper => paper.Id == versionId, cancel);

    /// <summary>Version <paramref name="number"/> of a consultation's paper, or its newest when no number is given.</summary>
    public Task<PaperVersion?> FindAsync(Guid consultationId, int? number, CancellationToken cancel) =>
        WithParagraphs().Where(paper => paper.ConsultationId == consultationId && (number == null || paper.Number == number))
            .OrderByDescending(paper => paper.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The numbers of all versions, oldest first.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(Guid consultationId, CancellationToken cancel) =>
        await _agenda.Papers.Where(paper => paper.ConsultationId == consultationId).OrderBy(paper => paper.Number)
            .Select(paper => paper.Number).ToListAsync(cancel);

    /// <summary>Adds a version.</summary>
    public async Task AddAsync(PaperVersion paper, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(paper);
        _agenda.Papers.Add(paper);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
    }

    private IQueryable<PaperVersion> WithParagraphs() =>
        _agenda.Papers.AsNoTracking().AsSingleQuery().Include(paper => paper.Paragraphs.OrderBy(paragraph => paragraph.Order));
}
