using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>The second dimension of consultations.</summary>
public sealed class Dimensions
{
    /// <summary>Longest name of the dimension or of a value.</summary>
    public const int LongestName = 60;

    /// <summary>Most values that one may have.</summary>
    public const int MostValues = 12;

    private readonly RecordContext _record;

    internal Dimensions(RecordContext record) => _record = record;

    /// <summary>The second dimension of a consultation; nothing when it has none.</summary>
    public async Task<SecondDimension?> FindAsync(Guid consultationId, CancellationToken cancel)
    {
        var name = await _record.Dimensions.Where(one => one.ConsultationId == consultationId).Select(one => one.Name).SingleOrDefaultAsync(cancel);
        if (name is null) return null;
        return new SecondDimension(name, await _record.DimensionValues.AsNoTracking().Where(value => value.ConsultationId == consultationId).OrderBy(value => value.Order).ToListAsync(cancel));
    }

    /// <summary>
    /// Makes the list of values what is given. A value that stays keeps its passages; one whose name is new in its place is that value renamed as long as
    /// the list keeps its length, or else a new one. No value that a passage carries is taken away.
    /// </summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="name">What the values are; empty, with no values, to have no second dimension.</param>
    /// <param name="values">Their names in order.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CodingResult> ChangeAsync(Guid consultationId, string? name, IReadOnlyList<string> values, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] names = [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
        var wanted = (name ?? "").Trim();
        if (wanted.Length > LongestName || names.Length > MostValues || names.Any(value => value.Length > LongestName) || wanted.Length > 0 != names.Length > 0) return CodingResult.NameMissing;
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Length) return CodingResult.NameTaken;
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        var known = await _record.DimensionValues.Where(value => value.ConsultationId == consultationId).OrderBy(value => value.Order).ToListAsync(cancel);
        var left = known.Where(value => !names.Contains(value.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        var renamed = known.Count == names.Length;
        for (var order = 0; order < names.Length; order++)
        {
            var value = known.Find(one => one.Name.Equals(names[order], StringComparison.OrdinalIgnoreCase)) ?? (renamed && left.Contains(known[order]) ? known[order] : null);
            if (value is null) _record.DimensionValues.Add(new DimensionValue { Id = Guid.NewGuid(), ConsultationId = consultationId, Name = names[order], Order = order });
            else
            {
                (value.Name, value.Order) = (names[order], order);
                left.Remove(value);
            }
        }
        var ids = left.Select(value => value.Id).ToArray();
        // A withdrawn input's excerpt is read by nobody, but its row still points to the value.
        if (await _record.Excerpts.IgnoreQueryFilters().AnyAsync(excerpt => excerpt.DimensionValueId != null && ids.Contains(excerpt.DimensionValueId.Value), cancel))
        {
            _record.ChangeTracker.Clear();
            return CodingResult.InUse;
        }
        _record.DimensionValues.RemoveRange(left);
        var dimension = await _record.Dimensions.SingleOrDefaultAsync(one => one.ConsultationId == consultationId, cancel);
        if (dimension is null && wanted.Length > 0) _record.Dimensions.Add(new Dimension { ConsultationId = consultationId, Name = wanted });
        else if (dimension is not null && wanted.Length == 0) _record.Dimensions.Remove(dimension);
        else if (dimension is not null) dimension.Name = wanted;
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }
}
