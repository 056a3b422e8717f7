using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>
/// The focus areas of a consultation: corrected at any time, added while nobody is writing or waiting for a seal, moved and removed only as long
/// as nothing was ever opened, because their numbers stand inside boxes and inputs.
/// </summary>
public sealed class FocusAreaList
{
    /// <summary>Most areas of one consultation.</summary>
    public const int Most = 12;

    private readonly AgendaContext _agenda;

    internal FocusAreaList(AgendaContext agenda) => _agenda = agenda;

    /// <summary>Adds one behind the others.</summary>
    public async Task<FocusAreaOutcome> AddAsync(Guid consultationId, LocalizedText title, LocalizedText shortTitle, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        var rounds = await ConsultationHold.TakeAsync(_agenda, consultationId, cancel);
        if (rounds.Exists(round => round.IsUnderWay)) return FocusAreaOutcome.Opened;
        var count = await _agenda.Set<FocusArea>().CountAsync(area => area.ConsultationId == consultationId, cancel);
        if (count >= Most) return FocusAreaOutcome.TooMany;
        _agenda.Set<FocusArea>().Add(new FocusArea
        {
            Id = Guid.NewGuid(), ConsultationId = consultationId, Number = count + 1, Title = title, ShortTitle = shortTitle, Questions = LocalizedText.Empty,
        });
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        return FocusAreaOutcome.Done;
    }

    /// <summary>Changes what one says: titles, questions, audience, deliverable.</summary>
    public async Task<FocusAreaOutcome> ChangeAsync(Guid consultationId, int number, Action<FocusArea> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await _agenda.Set<FocusArea>().SingleOrDefaultAsync(area => area.ConsultationId == consultationId && area.Number == number, cancel) is not { } found) return FocusAreaOutcome.NoSuchArea;
        change(found);
        await _agenda.SaveChangesAsync(cancel);
        _agenda.ChangeTracker.Clear();
        return FocusAreaOutcome.Done;
    }

    /// <summary>Puts one before the one before it; the paper's paragraphs go with it.</summary>
    public Task<FocusAreaOutcome> MoveUpAsync(Guid consultationId, int number, CancellationToken cancel) => RenumberAsync(consultationId, number, async count =>
    {
        if (number < 2 || number > count) return FocusAreaOutcome.NoSuchArea;
        await GiveAsync(consultationId, number, 0, cancel);
        await GiveAsync(consultationId, number - 1, number, cancel);
        await GiveAsync(consultationId, 0, number - 1, cancel);
        return FocusAreaOutcome.Done;
    }, cancel);

    /// <summary>Removes one to which no paragraph of any version belongs; those behind it move up.</summary>
    public Task<FocusAreaOutcome> RemoveAsync(Guid consultationId, int number, CancellationToken cancel) => RenumberAsync(consultationId, number, async count =>
    {
        if (number < 1 || number > count) return FocusAreaOutcome.NoSuchArea;
        if (count == 1) return FocusAreaOutcome.Last;
        if (await Paragraphs(consultationId, number).AnyAsync(cancel)) return FocusAreaOutcome.InThePaper;
        await _agenda.Set<FocusArea>().Where(area => area.ConsultationId == consultationId && area.Number == number).ExecuteDeleteAsync(cancel);
        for (var later = number + 1; later <= count; later++) await GiveAsync(consultationId, later, later - 1, cancel);
        return FocusAreaOutcome.Done;
    }, cancel);

    private async Task<FocusAreaOutcome> RenumberAsync(Guid consultationId, int number, Func<int, Task<FocusAreaOutcome>> renumber, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        if ((await ConsultationHold.TakeAsync(_agenda, consultationId, cancel)).Exists(round => round.IsHeld)) return FocusAreaOutcome.Opened;
        var outcome = await renumber(await _agenda.Set<FocusArea>().CountAsync(area => area.ConsultationId == consultationId, cancel));
        if (outcome == FocusAreaOutcome.Done) await transaction.CommitAsync(cancel);
        return outcome;
    }

    private async Task GiveAsync(Guid consultationId, int from, int to, CancellationToken cancel)
    {
        await _agenda.Set<FocusArea>().Where(area => area.ConsultationId == consultationId && area.Number == from)
            .ExecuteUpdateAsync(set => set.SetProperty(area => area.Number, to), cancel);
        await Paragraphs(consultationId, from).ExecuteUpdateAsync(set => set.SetProperty(paragraph => paragraph.FocusAreaNumber, to), cancel);
    }

    private IQueryable<Papers.Paragraph> Paragraphs(Guid consultationId, int area) => _agenda.Set<Papers.Paragraph>()
        .Where(paragraph => paragraph.FocusAreaNumber == area && _agenda.Papers.Any(paper => paper.Id == paragraph.PaperVersionId && paper.ConsultationId == consultationId));
}
