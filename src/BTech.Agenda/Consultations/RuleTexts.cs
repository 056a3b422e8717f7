using BTech.Agenda.Storage;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>What became of a new version.</summary>
public enum RuleTextOutcome
{
    /// <summary>It is the one in force.</summary>
    Done = 1,

    /// <summary>It says the same as the one in force; there is no new version.</summary>
    Same = 2,

    /// <summary>Somebody else has made one meanwhile.</summary>
    Overtaken = 3,

    /// <summary>A round is open or waits for its seal: people have agreed to the words as they are.</summary>
    Opened = 4,
}

/// <summary>The versions of what is added to the promise. None is ever changed or deleted while its consultation stands.</summary>
public sealed class RuleTexts
{
    /// <summary>The longest text in one language, in UTF-16 code units.</summary>
    public const int MostCharacters = 2000;

    private readonly AgendaContext _agenda;
    private readonly TimeProvider _time;

    internal RuleTexts(AgendaContext agenda, TimeProvider time) => (_agenda, _time) = (agenda, time);

    /// <summary>All versions of a consultation, the newest first.</summary>
    public async Task<IReadOnlyList<RuleText>> HistoryAsync(Guid consultationId, CancellationToken cancel) =>
        await _agenda.RuleTexts.AsNoTracking().Where(text => text.ConsultationId == consultationId).OrderByDescending(text => text.Version).ToListAsync(cancel);

    /// <summary>What is added to the promise now; empty where it stands alone.</summary>
    public async Task<LocalizedText> InForceAsync(Consultation consultation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return await _agenda.RuleTexts.AsNoTracking().Where(text => text.ConsultationId == consultation.Id && text.Version == consultation.RuleVersion)
            .Select(text => text.Text).SingleOrDefaultAsync(cancel) ?? LocalizedText.Empty;
    }

    /// <summary>Makes a new version, which whoever writes from then on must accept.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="seen">The version that whoever wrote this had before them.</param>
    /// <param name="text">The words.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    public async Task<RuleTextOutcome> AddAsync(Guid consultationId, int seen, LocalizedText text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var rounds = await ConsultationHold.TakeAsync(_agenda, consultationId, cancel);
        var consultation = await _agenda.Consultations.SingleAsync(found => found.Id == consultationId, cancel);
        try
        {
            if (consultation.RuleVersion != seen) return RuleTextOutcome.Overtaken;
            if ((await InForceAsync(consultation, cancel)).IsSameAs(text)) return RuleTextOutcome.Same;
            if (rounds.Exists(round => round.IsUnderWay)) return RuleTextOutcome.Opened;
            consultation.RuleVersion = seen + 1;
            _agenda.RuleTexts.Add(new RuleText { Id = Guid.NewGuid(), ConsultationId = consultationId, Version = seen + 1, Text = text, MadeAt = _time.GetUtcNow() });
            await _agenda.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return RuleTextOutcome.Done;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }
}
