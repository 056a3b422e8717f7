using BTech.Agenda.Rehearsing;
using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>All consultations: found by slug, listed, created, corrected. Rehearsals are among them for those who are shown them, and for nobody once they are being removed.</summary>
public sealed class ConsultationList
{
    private readonly AgendaContext _agenda;
    private readonly RehearsalSight _sight;

    internal ConsultationList(AgendaContext agenda, RehearsalSight sight) => (_agenda, _sight) = (agenda, sight);

    /// <summary>All consultations with their rounds, by slug.</summary>
    public async Task<IReadOnlyList<Consultation>> AllAsync(CancellationToken cancel) =>
        await Shown().OrderBy(consultation => consultation.Slug).ToListAsync(cancel);

    /// <summary>The consultation with this slug, with rounds, focus areas and groups in order; nothing when there is none.</summary>
    public async Task<Consultation?> FindAsync(string slug, CancellationToken cancel) =>
        _sight.Note(await Shown().SingleOrDefaultAsync(consultation => consultation.Slug == slug, cancel));

    /// <summary>Adds a consultation with whatever hangs on it.</summary>
    /// <exception cref="ArgumentException">The slug is not made of lower-case letters, digits and hyphens, or is a language code.</exception>
    public async Task AddAsync(Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        if (!ConsultationSlug.IsValid(consultation.Slug))
            throw new ArgumentException($"'{consultation.Slug}' cannot be an address.", nameof(consultation));
        _agenda.Consultations.Add(consultation);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
    }

    /// <summary>
    /// Deletes a consultation of which nothing was ever opened and no meeting held, with its rounds, paper, reminders and notices. The caller has
    /// made sure that nobody is invited.
    /// </summary>
    /// <returns>The ids of the rounds that went with it; nothing when it is not there or something was opened.</returns>
    public async Task<IReadOnlyList<Guid>?> DeleteUnopenedAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var rounds = await ConsultationHold.TakeAsync(_agenda, id, cancel);
        if (rounds.Exists(round => round.IsHeld)) return null;
        // A rehearsal of it is removed in a way of its own.
        if (await _agenda.Consultations.AnyAsync(rehearsal => rehearsal.RehearsalOf == id, cancel)) return null;
        var ids = rounds.ConvertAll(round => round.Id);
        if (!await _agenda.DeleteConsultationAsync(id, ids, cancel)) return null;
        await transaction.CommitAsync(cancel);
        return ids;
    }

    /// <summary>Changes title, contact and the like.</summary>
    /// <returns>Whether the consultation exists.</returns>
    public async Task<bool> ChangeAsync(string slug, Action<Consultation> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        var consultation = await _agenda.Consultations.Include(found => found.FocusAreas).Include(found => found.Groups)
            .SingleOrDefaultAsync(found => found.Slug == slug, cancel);
        if (consultation is null) return false;
        change(consultation);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        return true;
    }

    private IQueryable<Consultation> Shown()
    {
        var showsRehearsals = _sight.ShowsThem;
        return _agenda.Consultations.Whole().Where(consultation => !consultation.IsBeingRemoved && (showsRehearsals || consultation.RehearsalOf == null));
    }
}
