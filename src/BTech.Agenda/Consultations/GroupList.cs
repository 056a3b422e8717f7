using BTech.Agenda.Storage;
using BTech.Agenda.Windows;
using BTech.Languages;
using Microsoft.EntityFrameworkCore;

namespace BTech.Agenda.Consultations;

/// <summary>
/// The groups of a consultation and the families into which they are joined when too small: the merge plan. Words are corrected at any time; groups
/// are added while nobody is writing or waiting for a seal; moved, joined otherwise and removed only as long as nothing was ever opened, because
/// their labels stand inside boxes and on seal pages.
/// </summary>
public sealed class GroupList
{
    /// <summary>Most groups of one consultation.</summary>
    public const int Most = 20;

    private readonly AgendaContext _agenda;

    internal GroupList(AgendaContext agenda) => _agenda = agenda;

    /// <summary>Adds one behind the others.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="label">Its label.</param>
    /// <param name="name">Its name, plural.</param>
    /// <param name="adjective">The word before "participants".</param>
    /// <param name="family">Label of the family that it joins; nothing for one of its own.</param>
    /// <param name="cancel">Gives up; nothing has changed then.</param>
    public Task<GroupOutcome> AddAsync(Guid consultationId, string label, LocalizedText name, LocalizedText adjective, string? family, CancellationToken cancel) =>
        ChangeAsync(consultationId, round => round.IsUnderWay, groups =>
        {
            if (groups.Count >= Most) return GroupOutcome.TooMany;
            if (!ConsultationSlug.IsValid(label) || groups.Exists(group => group.Label == label || (group.Family == label && label != family))) return GroupOutcome.LabelTaken;
            var relative = groups.Find(group => group.Family == family);
            if (family is not null && relative is null) return GroupOutcome.NoSuchGroup;
            _agenda.Set<ParticipantGroup>().Add(new ParticipantGroup
            {
                Id = Guid.NewGuid(), ConsultationId = consultationId, Label = label, Order = groups.Max(group => (int?)group.Order).GetValueOrDefault() + 1, Name = name, Adjective = adjective,
                Family = family ?? label, FamilyName = relative?.FamilyName ?? name, FamilyAdjective = relative?.FamilyAdjective ?? adjective,
            });
            return GroupOutcome.Done;
        }, cancel);

    /// <summary>Changes the words of a group and, for every group of it, of its family.</summary>
    public Task<GroupOutcome> NameAsync(
        Guid consultationId, string label, LocalizedText name, LocalizedText adjective, LocalizedText familyName, LocalizedText familyAdjective, CancellationToken cancel) =>
        ChangeAsync(consultationId, _ => false, groups =>
        {
            if (groups.Find(group => group.Label == label) is not { } found) return GroupOutcome.NoSuchGroup;
            (found.Name, found.Adjective) = (name, adjective);
            foreach (var relative in groups.Where(group => group.Family == found.Family)) (relative.FamilyName, relative.FamilyAdjective) = (familyName, familyAdjective);
            return GroupOutcome.Done;
        }, cancel);

    /// <summary>Puts a group into another family, or with nothing into one of its own.</summary>
    public Task<GroupOutcome> JoinAsync(Guid consultationId, string label, string? family, CancellationToken cancel) => ChangeAsync(consultationId, round => round.IsHeld, groups =>
    {
        if (groups.Find(group => group.Label == label) is not { } found) return GroupOutcome.NoSuchGroup;
        if ((family ?? label) == found.Family) return GroupOutcome.Done;
        if (family is null)
        {
            if (groups.Exists(group => group.Family == label)) return GroupOutcome.LabelTaken;
            (found.Family, found.FamilyName, found.FamilyAdjective) = (label, found.Name, found.Adjective);
            return GroupOutcome.Done;
        }
        if (groups.Find(group => group.Family == family) is not { } relative) return GroupOutcome.NoSuchGroup;
        (found.Family, found.FamilyName, found.FamilyAdjective) = (relative.Family, relative.FamilyName, relative.FamilyAdjective);
        return GroupOutcome.Done;
    }, cancel);

    /// <summary>Puts a group before the one before it.</summary>
    public Task<GroupOutcome> MoveUpAsync(Guid consultationId, string label, CancellationToken cancel) => ChangeAsync(consultationId, round => round.IsHeld, groups =>
    {
        var at = groups.FindIndex(group => group.Label == label);
        if (at < 1) return GroupOutcome.NoSuchGroup;
        (groups[at - 1].Order, groups[at].Order) = (groups[at].Order, groups[at - 1].Order);
        return GroupOutcome.Done;
    }, cancel);

    /// <summary>Removes a group. The caller has made sure that nobody is invited in it.</summary>
    public Task<GroupOutcome> RemoveAsync(Guid consultationId, string label, CancellationToken cancel) => ChangeAsync(consultationId, round => round.IsHeld, groups =>
    {
        if (groups.Find(group => group.Label == label) is not { } found) return GroupOutcome.NoSuchGroup;
        if (groups.Count == 1) return GroupOutcome.Last;
        _agenda.Set<ParticipantGroup>().Remove(found);
        return GroupOutcome.Done;
    }, cancel);

    private async Task<GroupOutcome> ChangeAsync(Guid consultationId, Predicate<CommentWindow> forbids, Func<List<ParticipantGroup>, GroupOutcome> change, CancellationToken cancel)
    {
        await using var transaction = await _agenda.Database.BeginTransactionAsync(cancel);
        try
        {
            if ((await ConsultationHold.TakeAsync(_agenda, consultationId, cancel)).Exists(forbids)) return GroupOutcome.Opened;
            var outcome = change(await _agenda.Set<ParticipantGroup>().Where(group => group.ConsultationId == consultationId).OrderBy(group => group.Order).ToListAsync(cancel));
            if (outcome != GroupOutcome.Done) return outcome;
            await _agenda.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return outcome;
        }
        finally
        {
            _agenda.ChangeTracker.Clear();
        }
    }
}
