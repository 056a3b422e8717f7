using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Lists;

/// <summary>What is to stand on a card.</summary>
/// <param name="Situation">What happens; needed.</param>
/// <param name="Tension">What pulls against what.</param>
/// <param name="WouldHelp">What would help.</param>
/// <param name="TabledBy">Who could table it, as a kind.</param>
/// <param name="ReleaseReason">Why others may see it; nothing keeps it confidential.</param>
public sealed record DilemmaDraft(string? Situation, string? Tension, string? WouldHelp, string? TabledBy, string? ReleaseReason);

/// <summary>The dilemmas of a sealed window and the cards that the team made of them.</summary>
public sealed class DilemmaCards
{
    private static readonly InputKind[] Kinds = [InputKind.Dilemma];

    private readonly RecordContext _record;

    internal DilemmaCards(RecordContext record) => _record = record;

    /// <summary>All of them, in the reader's own order.</summary>
    public async Task<IReadOnlyList<ListedDilemma>> ListAsync(StaffId reader, Guid windowId, CancellationToken cancel)
    {
        var inputs = await _record.ListedAsync(reader, windowId, Kinds, cancel);
        var ids = inputs.Select(input => input.Id).ToArray();
        var cards = await _record.Set<DilemmaCard>().AsNoTracking().Where(card => ids.Contains(card.InputId)).ToDictionaryAsync(card => card.InputId, cancel);
        return [.. inputs.Select(input => new ListedDilemma(input, cards.GetValueOrDefault(input.Id)))];
    }

    /// <summary>Writes a card; with a reason it is released, without one it is confidential.</summary>
    /// <returns>Whether there was such a dilemma.</returns>
    /// <exception cref="ArgumentException">There is no situation, or a part is too long: the page asks first.</exception>
    public async Task<bool> WriteAsync(Guid windowId, Guid inputId, DilemmaDraft draft, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (situation, tension, help) = (ListedInputs.Kept(draft.Situation), ListedInputs.Kept(draft.Tension) ?? "", ListedInputs.Kept(draft.WouldHelp) ?? "");
        var (host, reason) = (ListedInputs.Kept(draft.TabledBy) ?? "", ListedInputs.Kept(draft.ReleaseReason));
        if (situation is null || new[] { situation, tension, help }.Any(part => part.Length > DilemmaCard.LongestPart) || host.Length > DilemmaCard.LongestLine || reason?.Length > DilemmaCard.LongestLine)
            throw new ArgumentException("The card has no situation, or a part is too long.", nameof(draft));
        if (!await _record.IsListedAsync(windowId, inputId, Kinds, cancel)) return false;
        var card = await _record.Set<DilemmaCard>().SingleOrDefaultAsync(found => found.InputId == inputId, cancel);
        if (card is null) _record.Add(card = new DilemmaCard { InputId = inputId, Situation = situation, Tension = tension, WouldHelp = help, TabledBy = host, WrittenBy = by });
        (card.Situation, card.Tension, card.WouldHelp, card.TabledBy, card.WrittenBy) = (situation, tension, help, host, by);
        (card.IsReleased, card.ReleaseReason) = (reason is not null, reason);
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return true;
    }
}
