using BTech.Agenda.Rehearsing;
using BTech.Agenda.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BTech.Agenda.Windows;

/// <summary>
/// The rounds of all consultations: found, added, and moved through their life. Those of rehearsals are found by those who are shown them, and by
/// nobody once they are being removed.
/// </summary>
public sealed class CommentWindows
{
    private readonly AgendaContext _agenda;
    private readonly RehearsalSight _sight;

    internal CommentWindows(AgendaContext agenda, RehearsalSight sight) => (_agenda, _sight) = (agenda, sight);

    /// <summary>The window with this id, with its consultation, focus areas and groups; one round trip.</summary>
    public async Task<CommentWindow?> FindAsync(Guid id, CancellationToken cancel) =>
        _sight.Note(await WithConsultation().SingleOrDefaultAsync(window => window.Id == id, cancel));

    /// <summary>Likewise, with all rounds of the consultation: what a report promises is held against the rounds that are planned.</summary>
    public async Task<CommentWindow?> FindWithRoundsAsync(Guid id, CancellationToken cancel) =>
        // The rounds lead back to the window itself, which is one object then.
        _sight.Note(await WithConsultation().AsNoTrackingWithIdentityResolution().Include(window => window.Consultation).ThenInclude(consultation => consultation.Windows.OrderBy(one => one.Number))
            .SingleOrDefaultAsync(window => window.Id == id, cancel));

    /// <summary>The window with this name, with its consultation, focus areas and groups; one round trip.</summary>
    public async Task<CommentWindow?> FindAsync(WindowName name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _sight.Note(await WithConsultation().SingleOrDefaultAsync(window => window.Consultation.Slug == name.Slug && window.Number == name.Number, cancel));
    }

    /// <summary>Every window of every consultation, by slug and number.</summary>
    public async Task<IReadOnlyList<CommentWindow>> AllAsync(CancellationToken cancel) =>
        await WithConsultation().OrderBy(window => window.Consultation.Slug).ThenBy(window => window.Number).ToListAsync(cancel);

    /// <summary>The round of written comments of this consultation, other than the one itself, that takes some of a time by dates that are settled; the first of several.</summary>
    public async Task<CommentWindow?> OverlappedAsync(Guid consultationId, Guid? self, DateTimeOffset opens, DateTimeOffset closes, CancellationToken cancel) =>
        await _agenda.Windows.AsNoTracking().Where(window => window.ConsultationId == consultationId && window.Kind == RoundKind.Written && window.Id != self && window.Expected == null
            && window.OpensAt < closes && opens < window.ClosesAt).OrderBy(window => window.Number).FirstOrDefaultAsync(cancel);

    /// <summary>Adds a round.</summary>
    public async Task<RoundSaving> AddAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        _agenda.Windows.Add(window);
        return await SaveAsync(cancel);
    }

    /// <summary>Changes one round: dates, early closing, opened, sealed, reported. The caller owns the rule behind the change.</summary>
    public async Task<RoundSaving> ChangeAsync(Guid id, Action<CommentWindow> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        var window = await _agenda.Windows.SingleOrDefaultAsync(found => found.Id == id, cancel);
        if (window is null) return RoundSaving.NoSuchRound;
        change(window);
        return await SaveAsync(cancel);
    }

    // What was looked up before may have changed until this moment; the database then says so.
    private async Task<RoundSaving> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await _agenda.SaveChangesAsync(cancel);
            return RoundSaving.Saved;
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation, ConstraintName: { } name } && name.Contains("paper_version", StringComparison.Ordinal))
        {
            return RoundSaving.PaperTakenBack;
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            return RoundSaving.Overlaps;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }

    private IQueryable<CommentWindow> WithConsultation()
    {
        var showsRehearsals = _sight.ShowsThem;
        return _agenda.Windows.AsNoTracking().AsSingleQuery().Where(window => !window.Consultation.IsBeingRemoved && (showsRehearsals || window.Consultation.RehearsalOf == null))
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.FocusAreas.OrderBy(area => area.Number))
            .Include(window => window.Consultation).ThenInclude(consultation => consultation.Groups.OrderBy(group => group.Order));
    }
}
