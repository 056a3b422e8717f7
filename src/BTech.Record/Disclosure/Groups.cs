using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure;

/// <summary>The labels that contributors of a sealed window carry. What the seal merged stays merged; nothing here names a smaller group.</summary>
public sealed class Groups
{
    private readonly RecordContext _record;

    internal Groups(RecordContext record) => _record = record;

    /// <summary>Distinct contributors with a kept input by published label; those without a label under the empty string.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Guid windowId, CancellationToken cancel)
    {
        var kept = _record.KeptInputs(windowId);
        var rows = await _record.Contributors
            .Where(contributor => contributor.WindowId == windowId && kept.Any(input => input.ContributorId == contributor.Id))
            .GroupBy(contributor => contributor.GroupLabel ?? string.Empty)
            .Select(group => new { Label = group.Key, Count = group.Count() }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Label, row => row.Count, StringComparer.Ordinal);
    }

    /// <summary>The published labels of a window, without numbers.</summary>
    public async Task<IReadOnlyList<string>> PublishedAsync(Guid windowId, CancellationToken cancel) =>
        [.. (await CountAsync(windowId, cancel)).Keys.Where(label => label.Length > 0).Order(StringComparer.Ordinal)];
}
