using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BTech.Agenda;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Exports;

/// <summary>
/// The register of all copies of inputs that left the site. An export stands here before its first text is read, with the ids of the inputs it holds
/// and of the masks that lay over them, so that the team can be told which copies must go when a text is withdrawn, set aside or masked later.
/// The ids are written in random order in one transaction, some thousand to a row, refer to nothing and stay when an input is erased: all that is left of it is a random
/// number, as in the tombstones. No time but the day of the export, which is an act of staff; no text; nothing of the references in the file.
/// </summary>
public sealed class ExportRegister
{
    // Inputs to a row of the register: the ids of a hundred thousand one by one take longer to write than their texts to read.
    private const int PartSize = 2_000;

    private readonly RecordContext _record;
    private readonly TimeProvider _clock;

    internal ExportRegister(RecordContext record, TimeProvider clock) => (_record, _clock) = (record, clock);

    /// <summary>Enters an export and says what it will hold. Both signatures have been checked before.</summary>
    /// <exception cref="ArgumentException">One person twice, no reason, or a day that is no <see cref="ExportOrder.IsDeleteBy"/>.</exception>
    public async Task<BegunExport> BeginAsync(ExportOrder order, StaffId madeBy, StaffId allowedBy, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        if (madeBy == allowedBy) throw new ArgumentException("An export needs two persons.", nameof(allowedBy));
        if (string.IsNullOrWhiteSpace(order.Reason) || order.Reason.Trim().Length > ExportOrder.LongestReason || !ExportOrder.IsDeleteBy(order.DeleteBy, today))
            throw new ArgumentException("An export needs a reason and a day on which it is deleted.", nameof(order));
        var export = new InputExport
        {
            Id = Guid.NewGuid(), WindowId = order.WindowId, Format = order.Format, Reason = order.Reason.Trim(), MadeBy = madeBy, AllowedBy = allowedBy,
            MadeOn = today, DeleteBy = order.DeleteBy, NamesGroups = order.NamesGroups, NamesLanguages = order.NamesLanguages,
        };
        var inputs = _record.KeptInputs(order.WindowId);
        var rows = await inputs.Select(input => new { input.Id, IsImported = input.ImportId != null }).ToListAsync(cancel);
        var kept = rows.ConvertAll(row => row.Id);
        var masks = (await _record.Masks.Where(mask => inputs.Any(input => input.Id == mask.InputId))
            .Select(mask => new { mask.InputId, mask.Id }).ToListAsync(cancel)).ToLookup(mask => mask.InputId, mask => mask.Id);
        // One order for the table, another for the file.
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(kept));
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        // The themes of one version, and its number.
        await _record.TakeBookTurnAsync(order.ConsultationId, cancel);
        var themes = await _record.Themes.AsNoTracking().Where(theme => theme.ConsultationId == order.ConsultationId).ToListAsync(cancel);
        var version = await _record.BookVersionAsync(order.ConsultationId, cancel);
        _record.Add(export);
        _record.AddRange(kept.Chunk(PartSize).Select(part => new ExportedPartRow
        {
            Id = Guid.NewGuid(), ExportId = export.Id, InputIds = part, MaskIds = [.. part.SelectMany(input => masks[input])],
        }));
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        await transaction.CommitAsync(cancel);
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(kept));
        return new BegunExport(export, [.. themes.OrderBy(theme => theme.Name, StringComparer.CurrentCultureIgnoreCase)], version, rows.Exists(row => row.IsImported), kept);
    }

    /// <summary>All exports of a window, newest day first.</summary>
    public async Task<IReadOnlyList<ListedExport>> ListAsync(Guid windowId, CancellationToken cancel)
    {
        var exports = await _record.Exports.AsNoTracking().Where(export => export.WindowId == windowId).ToListAsync(cancel);
        // An input is gone from here when it was withdrawn, even after its row was erased.
        var lost = (await _record.Database.SqlQuery<Guid>($"""
            SELECT DISTINCT part.export_id AS "Value"
            FROM record.exported_part part JOIN record.export ON export.id = part.export_id AND export.window_id = {windowId}, unnest(part.input_ids) AS held (id)
            WHERE NOT EXISTS (SELECT FROM record.sealed_input i WHERE i.id = held.id)
              OR EXISTS (SELECT FROM record.withdrawal w WHERE w.input_id = held.id)
              OR EXISTS (SELECT FROM record.review_decision d WHERE d.input_id = held.id AND d.is_set_aside)
              OR EXISTS (SELECT FROM record.mask m WHERE m.input_id = held.id AND m.id <> ALL(part.mask_ids))
            """).ToListAsync(cancel)).ToHashSet();
        return [.. exports.OrderByDescending(export => export.MadeOn).ThenBy(export => export.Id).Select(export => new ListedExport(export, lost.Contains(export.Id)))];
    }

    /// <summary>Notes that every copy of an export is deleted; what it held is forgotten.</summary>
    /// <returns>The export; nothing when there is none of this window that still existed.</returns>
    public async Task<InputExport?> DeletedAsync(Guid windowId, Guid exportId, CancellationToken cancel)
    {
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        var noted = await _record.Exports.Where(export => export.Id == exportId && export.WindowId == windowId && !export.IsDeleted)
            .ExecuteUpdateAsync(set => set.SetProperty(export => export.IsDeleted, true), cancel);
        if (noted == 0) return null;
        await _record.Set<ExportedPartRow>().Where(row => row.ExportId == exportId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await _record.Exports.AsNoTracking().SingleAsync(export => export.Id == exportId, cancel);
    }
}
