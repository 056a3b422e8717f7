using BTech.Agenda.Comparing;
using BTech.Agenda.Storage;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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

    /// <summary>Adds a version, with what seems to have become of the paragraphs of the version before.</summary>
    /// <exception cref="InvalidOperationException">There is a newer one: what became of its paragraphs would be said of the wrong version.</exception>
    public async Task AddAsync(PaperVersion paper, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (await _agenda.Papers.AnyAsync(newer => newer.ConsultationId == paper.ConsultationId && newer.Number >= paper.Number, cancel)) throw new InvalidOperationException("Versions are added in order.");
        _agenda.Papers.Add(paper);
        var before = await WithParagraphs().Where(older => older.ConsultationId == paper.ConsultationId && older.Number < paper.Number)
            .OrderByDescending(older => older.Number).FirstOrDefaultAsync(cancel);
        if (before is not null) _agenda.ParagraphChanges.AddRange(Alignment.Propose(before.Paragraphs, paper.Paragraphs).Select(step => PaperChanges.Row(paper.Id, step)));
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
    }

    /// <summary>Adds the next version, whatever its number turns out to be.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="title">The paper's title.</param>
    /// <param name="paragraphs">Makes the paragraphs of the version with this id.</param>
    /// <param name="cancel">Stops the work; nothing is added then.</param>
    /// <returns>The version's number.</returns>
    public async Task<int> AddNextAsync(Guid consultationId, LocalizedText title, Func<Guid, IReadOnlyList<Paragraph>> paragraphs, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        // Two persons who save at once get two numbers, and nobody takes back meanwhile what this version is compared with.
        await LockAsync(consultationId, cancel);
        var number = 1 + (await _agenda.Papers.Where(paper => paper.ConsultationId == consultationId).MaxAsync(paper => (int?)paper.Number, cancel) ?? 0);
        var version = new PaperVersion { Id = Guid.NewGuid(), ConsultationId = consultationId, Number = number, Title = title };
        version.Paragraphs.AddRange(paragraphs(version.Id));
        await AddAsync(version, cancel);
        await transaction.CommitAsync(cancel);
        return number;
    }

    /// <summary>Gives a version its title and texts in one more language, or anew in one that it has.</summary>
    /// <param name="versionId">The version.</param>
    /// <param name="language">Another language than English.</param>
    /// <param name="title">The paper's title in it.</param>
    /// <param name="texts">One for each of the version's paragraphs and headings, in their order.</param>
    /// <param name="cancel">Gives up; nothing is changed then.</param>
    /// <returns>False when it was taken back, or a round on it was opened, meanwhile.</returns>
    public async Task<bool> TranslateAsync(Guid versionId, Language language, string title, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(texts);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var paper = await _agenda.Papers.Include(found => found.Paragraphs.OrderBy(paragraph => paragraph.Order)).SingleOrDefaultAsync(found => found.Id == versionId, cancel);
        if (paper is null) return false;
        await LockAsync(paper.ConsultationId, cancel);
        if (!await HoldUnopenedAsync(versionId, cancel)) return false;
        if (texts.Count != paper.Paragraphs.Count) throw new ArgumentException($"{texts.Count} texts for {paper.Paragraphs.Count} paragraphs.", nameof(texts));
        paper.Title = paper.Title.With(language, title);
        foreach (var (paragraph, text) in paper.Paragraphs.Zip(texts)) paragraph.Text = paragraph.Text.With(language, text);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes back the newest version, as long as no round is held on it.</summary>
    public async Task<Removal> RemoveAsync(Guid versionId, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
            if (await _agenda.Papers.Where(paper => paper.Id == versionId).Select(paper => (Guid?)paper.ConsultationId).SingleOrDefaultAsync(cancel) is not { } consultation) return Removal.Gone;
            await LockAsync(consultation, cancel);
            // Its paragraphs go with it; a round on it, or a newer version compared with it, is a reference that the database refuses to break.
            var removed = await _agenda.Papers.Where(paper => paper.Id == versionId).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
            return removed > 0 ? Removal.Done : Removal.Gone;
        }
        catch (PostgresException inUse) when (inUse.SqlState is PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation)
        {
            return Removal.InUse;
        }
    }

    /// <summary>All versions without their paragraphs' texts, newest first, each with the number of its numbered paragraphs.</summary>
    public async Task<IReadOnlyList<(PaperVersion Paper, int Paragraphs)>> ListAsync(Guid consultationId, CancellationToken cancel) =>
        [.. (await _agenda.Papers.AsNoTracking().Where(paper => paper.ConsultationId == consultationId).OrderByDescending(paper => paper.Number)
            .Select(paper => new { Paper = paper, Count = paper.Paragraphs.Count(paragraph => paragraph.Number != null) }).ToListAsync(cancel))
            .Select(row => (row.Paper, row.Count))];

    // The version's row first, so that no round is given it meanwhile; then the rounds that have it, so that none is opened before this is
    // committed, and one that was opened a moment ago is seen as opened.
    private async Task<bool> HoldUnopenedAsync(Guid versionId, CancellationToken cancel)
    {
        var versions = await _agenda.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM agenda.paper_version WHERE id = {versionId} FOR UPDATE").ToListAsync(cancel);
        var opened = await _agenda.Database.SqlQuery<bool>($"SELECT is_opened AS \"Value\" FROM agenda.comment_window WHERE paper_version_id = {versionId} FOR UPDATE").ToListAsync(cancel);
        return versions.Count == 1 && !opened.Contains(true);
    }

    private Task<int> LockAsync(Guid consultationId, CancellationToken cancel) =>
        _agenda.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"paper " + consultationId}, 0))", cancel);

    private IQueryable<PaperVersion> WithParagraphs() =>
        _agenda.Papers.AsNoTracking().AsSingleQuery().Include(paper => paper.Paragraphs.OrderBy(paragraph => paragraph.Order));
}
