using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>What became of a change to a consultation's own reasons. Unless it is <see cref="Done"/>, nothing was changed.</summary>
public enum OwnReasonOutcome
{
    /// <summary>It stands.</summary>
    Done = 1,

    /// <summary>There is no such reason.</summary>
    NoSuchReason = 2,

    /// <summary>A round for which it holds was opened: it may stand beside a text.</summary>
    Opened = 3,

    /// <summary>There are as many as there can be.</summary>
    TooMany = 4,
}

/// <summary>The reasons of a consultation's own for setting texts aside.</summary>
public sealed class OwnReasons
{
    /// <summary>Most of them.</summary>
    public const int Most = 10;

    /// <summary>The longest one in one language, in UTF-16 code units.</summary>
    public const int MostCharacters = 200;

    private readonly AgendaContext _agenda;

    internal OwnReasons(AgendaContext agenda) => _agenda = agenda;

    /// <summary>All of a consultation, by number.</summary>
    public async Task<IReadOnlyList<OwnReason>> AllAsync(Guid consultationId, CancellationToken cancel) =>
        await _agenda.OwnReasons.AsNoTracking().Where(reason => reason.ConsultationId == consultationId).OrderBy(reason => reason.Number).ToListAsync(cancel);

    /// <summary>Those that may be given for texts of a round.</summary>
    public async Task<IReadOnlyList<OwnReason>> ForRoundAsync(CommentWindow window, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        return [.. (await AllAsync(window.ConsultationId, cancel)).Where(reason => reason.FromRound <= window.Number)];
    }

    /// <summary>Adds one for the rounds that are not opened yet.</summary>
    public async Task<OwnReasonOutcome> AddAsync(Guid consultationId, LocalizedText text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(text);
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var rounds = await ConsultationHold.TakeAsync(_agenda, consultationId, cancel);
        var known = await AllAsync(consultationId, cancel);
        if (known.Count >= Most) return OwnReasonOutcome.TooMany;
        _agenda.OwnReasons.Add(new OwnReason
        {
            Id = Guid.NewGuid(), ConsultationId = consultationId, Text = text, Number = known.Select(reason => reason.Number).DefaultIfEmpty().Max() + 1,
            FromRound = rounds.Where(round => round.IsHeld).Select(round => round.Number).DefaultIfEmpty().Max() + 1,
        });
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        return OwnReasonOutcome.Done;
    }

    /// <summary>Removes one for which no round was opened.</summary>
    public async Task<OwnReasonOutcome> RemoveAsync(Guid consultationId, int number, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var rounds = await ConsultationHold.TakeAsync(_agenda, consultationId, cancel);
        if ((await AllAsync(consultationId, cancel)).FirstOrDefault(reason => reason.Number == number) is not { } found) return OwnReasonOutcome.NoSuchReason;
        if (rounds.Exists(round => round.IsOpened && round.Number >= found.FromRound)) return OwnReasonOutcome.Opened;
        await _agenda.OwnReasons.Where(reason => reason.Id == found.Id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return OwnReasonOutcome.Done;
    }
}
