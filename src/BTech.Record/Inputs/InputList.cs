using BTech.Agenda;
using BTech.Record.Disclosure;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>The inputs of sealed windows as the project team reads them. Masked passages and set-aside texts leave this class in no form.</summary>
public sealed class InputList
{
    /// <summary>How many stand on one page.</summary>
    public const int PageLength = 25;

    private readonly RecordContext _record;

    internal InputList(RecordContext record) => _record = record;

    /// <summary>The page that begins behind <paramref name="after"/>, or ends before <paramref name="before"/>, or the reader's first one.</summary>
    public async Task<InputPage> PageAsync(
        StaffId reader, Guid windowId, InputFilter filter, Guid? after = null, Guid? before = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var forwards = before is null;
        var circle = new Circle(ReadersOrder.Start(reader, windowId), before ?? after, forwards);
        var found = await TakeAsync(windowId, filter, circle, PageLength + 1, cancel);
        var more = found.Count > PageLength;
        if (more) found.RemoveAt(PageLength);
        if (!forwards) found.Reverse();
        return new InputPage(found, forwards ? after is not null : more, forwards ? more : found.Count > 0);
    }

    /// <summary>The input before and the input behind the given one in the reader's order, under the same filter.</summary>
    public async Task<(Guid? Previous, Guid? Next)> NeighboursAsync(StaffId reader, Guid windowId, InputFilter filter, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var start = ReadersOrder.Start(reader, windowId);
        var next = await TakeAsync(windowId, filter, new Circle(start, id, Forwards: true), 1, cancel);
        var previous = await TakeAsync(windowId, filter, new Circle(start, id, Forwards: false), 1, cancel);
        return (previous.FirstOrDefault()?.Id, next.FirstOrDefault()?.Id);
    }

    /// <summary>One input; nothing when there is none with this id.</summary>
    public async Task<ReadableInput?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ReadAsync(_record.Inputs.Where(input => input.Id == id), cancel)).SingleOrDefault();

    /// <summary>How far the team has come.</summary>
    public async Task<ReviewProgress> ProgressAsync(Guid windowId, CancellationToken cancel)
    {
        var all = _record.Inputs.Where(input => input.WindowId == windowId);
        var kept = _record.KeptInputs(windowId);
        var reviewed = _record.ReviewDecisions;
        return new ReviewProgress(
            await CountAsync(kept, cancel),
            await CountAsync(kept.Where(input => !reviewed.Any(decision => decision.InputId == input.Id)), cancel),
            await CountAsync(kept.Where(input => !_record.Excerpts.Any(excerpt => excerpt.InputId == input.Id)), cancel),
            await CountAsync(all.Where(input => reviewed.Any(decision => decision.InputId == input.Id && decision.IsSetAside)), cancel));
    }

    private static async Task<TeamCount> CountAsync(IQueryable<SealedInput> inputs, CancellationToken cancel) =>
        DisclosureControl.ForTeam(await inputs.CountAsync(cancel));

    // The circle is two stretches of ids; the second is walked when the first gives too few.
    private async Task<List<ReadableInput>> TakeAsync(Guid windowId, InputFilter filter, Circle circle, int count, CancellationToken cancel)
    {
        var taken = new List<ReadableInput>();
        foreach (var stretch in circle.Stretches())
        {
            var from = stretch.From;
            while (taken.Count < count)
            {
                var query = Filtered(windowId, filter);
                if (from is { } low) query = circle.Forwards
                    ? stretch.FromIncluded && from == stretch.From ? query.Where(input => input.Id >= low) : query.Where(input => input.Id > low)
                    : query.Where(input => input.Id < low);
                if (stretch.To is { } high) query = circle.Forwards ? query.Where(input => input.Id < high) : query.Where(input => input.Id >= high);
                query = circle.Forwards ? query.OrderBy(input => input.Id) : query.OrderByDescending(input => input.Id);
                var batch = await ReadAsync(query.Take(count), cancel);
                // A text that matches only inside a masked passage must not be found by it.
                taken.AddRange(batch.Where(input => Matches(input, filter.Contains)));
                if (batch.Count < count) break;
                from = batch[^1].Id;
            }
        }
        return [.. taken.Take(count)];
    }

    private static bool Matches(ReadableInput input, string? words) =>
        string.IsNullOrWhiteSpace(words) || (input.Text is { } text && text.Stretches.Any(stretch =>
            stretch.Words?.Contains(words.Trim(), StringComparison.CurrentCultureIgnoreCase) == true));

    private IQueryable<SealedInput> Filtered(Guid windowId, InputFilter filter)
    {
        var inputs = filter.State switch
        {
            ReviewState.SetAside => _record.Inputs.Where(input => input.WindowId == windowId
                && _record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside)),
            ReviewState.Kept => _record.KeptInputs(windowId).Where(input => _record.ReviewDecisions.Any(decision => decision.InputId == input.Id)),
            ReviewState.NotReviewed => _record.KeptInputs(windowId).Where(input => !_record.ReviewDecisions.Any(decision => decision.InputId == input.Id)),
            _ => _record.KeptInputs(windowId),
        };
        if (filter.FocusArea is { } area) inputs = inputs.Where(input => input.FocusAreaNumber == (area == 0 ? null : area));
        if (filter.Paragraph is { } paragraph) inputs = inputs.Where(input => input.ParagraphNumber == paragraph);
        if (filter.Kind is { } kind) inputs = inputs.Where(input => input.Kind == kind);
        if (filter.Theme is { } theme) inputs = inputs.Where(input => _record.Excerpts.Any(excerpt => excerpt.InputId == input.Id && excerpt.ThemeId == theme));
        if (filter.Uncoded) inputs = inputs.Where(input => !_record.Excerpts.Any(excerpt => excerpt.InputId == input.Id));
        if (!string.IsNullOrWhiteSpace(filter.Contains))
        {
            var pattern = "%" + filter.Contains.Trim().Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            inputs = inputs.Where(input => EF.Functions.ILike(input.Text, pattern, "\\"));
        }
        return inputs;
    }

    private async Task<List<ReadableInput>> ReadAsync(IQueryable<SealedInput> inputs, CancellationToken cancel)
    {
        var rows = await inputs.AsNoTracking().Select(input => new
        {
            Input = input,
            Decision = _record.ReviewDecisions.FirstOrDefault(decision => decision.InputId == input.Id),
            Codings = _record.Excerpts.Count(excerpt => excerpt.InputId == input.Id),
        }).ToListAsync(cancel);
        var ids = rows.Select(row => row.Input.Id).ToArray();
        var masks = (await _record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return [.. rows.Select(row => new ReadableInput(
            row.Input.Id, row.Input.WindowId, row.Input.FocusAreaNumber, row.Input.ParagraphNumber, row.Input.Kind, row.Input.Language, row.Input.Permission,
            row.Decision is null ? ReviewState.NotReviewed : row.Decision.IsSetAside ? ReviewState.SetAside : ReviewState.Kept,
            row.Decision?.Reason,
            row.Decision is { IsSetAside: true } ? null : new MaskedText(row.Input.Text, masks[row.Input.Id]),
            row.Codings))];
    }

    /// <summary>The ids as a circle with a start; the stretches lead from a place (or the start) once round, forwards or backwards.</summary>
    private sealed record Circle(Guid Start, Guid? Place, bool Forwards)
    {
        public sealed record Stretch(Guid? From, bool FromIncluded, Guid? To);

        public IEnumerable<Stretch> Stretches()
        {
            var isBehindStart = Place is null || Place >= Start;
            return Forwards
                ? isBehindStart
                    ? [new Stretch(Place ?? Start, Place is null, null), new Stretch(null, false, Start)]
                    : [new Stretch(Place, false, Start)]
                : Place is not null && isBehindStart
                    ? [new Stretch(Place, false, Start)]
                    : [new Stretch(Place ?? Start, false, null), new Stretch(null, false, Start)];
        }
    }
}
