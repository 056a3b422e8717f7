using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Translations;

/// <summary>The register of texts that went to somebody outside to be translated, so that the team can be told whom to ask to delete what they hold.</summary>
public sealed class SentTexts
{
    private readonly RecordContext _record;

    internal SentTexts(RecordContext record) => _record = record;

    /// <summary>Who holds words of a window, those who must be told first.</summary>
    public async Task<IReadOnlyList<TextReceiver>> ListAsync(Guid windowId, CancellationToken cancel)
    {
        // A text is gone from here when it was withdrawn, even after its row was erased; see ExportRegister.
        var rows = await _record.SentTexts.Where(sent => sent.WindowId == windowId).Select(sent => new
        {
            sent.Id,
            sent.WentTo,
            sent.Receiver,
            IsLost = !_record.Inputs.Any(input => input.Id == sent.InputId)
                || _record.ReviewDecisions.Any(decision => decision.InputId == sent.InputId && decision.IsSetAside)
                || _record.Masks.Any(mask => mask.InputId == sent.InputId && !sent.Masks.Contains(mask.Id)),
        }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => (row.WentTo, row.Receiver))
            .Select(receiver => new TextReceiver(receiver.Key.WentTo, receiver.Key.Receiver, receiver.Any(row => row.IsLost), StampOf(receiver.Select(row => row.Id))))
            .OrderByDescending(receiver => receiver.HoldsLostTexts).ThenBy(receiver => receiver.Receiver, StringComparer.CurrentCultureIgnoreCase).ThenBy(receiver => receiver.WentTo)];
    }

    /// <summary>Notes that a receiver has deleted everything of a window; what it held is forgotten.</summary>
    /// <param name="windowId">The window.</param>
    /// <param name="wentTo">What kind of receiver.</param>
    /// <param name="receiver">Who.</param>
    /// <param name="seen"><see cref="TextReceiver.Stamp"/> as it was shown: what went there since, nobody has asked them to delete.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<TranslationResult> DeletedAsync(Guid windowId, TextJourney wentTo, string? receiver, string? seen, CancellationToken cancel)
    {
        var held = await _record.SentTexts.Where(sent => sent.WindowId == windowId && sent.WentTo == wentTo && sent.Receiver == receiver).Select(sent => sent.Id).ToListAsync(cancel);
        if (held.Count == 0) return TranslationResult.NotThere;
        if (seen != StampOf(held)) return TranslationResult.ChangedMeanwhile;
        // By their ids, so that one that is added in this instant stays.
        return await _record.SentTexts.Where(sent => held.Contains(sent.Id)).ExecuteDeleteAsync(cancel) > 0 ? TranslationResult.Done : TranslationResult.NotThere;
    }

    private static string StampOf(IEnumerable<Guid> ids) => Stamp.Of(string.Join('\n', ids.Select(id => id.ToString("N")).Order(StringComparer.Ordinal)));
}
