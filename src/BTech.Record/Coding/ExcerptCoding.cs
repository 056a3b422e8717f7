using BTech.Agenda;
using BTech.Record.Inputs;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Coding;

/// <summary>Gives themes to passages. Passages may overlap and carry several themes.</summary>
public sealed class ExcerptCoding
{
    /// <summary>Longest memo.</summary>
    public const int LongestMemo = 2000;

    private readonly RecordContext _record;

    internal ExcerptCoding(RecordContext record) => _record = record;

    /// <summary>Codes the passage between two positions, counted in code points.</summary>
    public async Task<CodingResult> CodeAsync(
        Guid inputId, int start, int end, ThemeChoice choice, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var input = await KeptAsync(inputId, cancel);
        if (input is null || !await _record.Themes.AnyAsync(theme => theme.Id == choice.ThemeId && theme.ConsultationId == choice.ConsultationId, cancel))
            return CodingResult.NotThere;
        if (start < 0 || end <= start || end > input.Length || input.IsHidden(start, end)) return CodingResult.NoSuchPassage;
        if (await _record.Excerpts.AnyAsync(excerpt => excerpt.InputId == inputId && excerpt.ThemeId == choice.ThemeId && excerpt.Start == start && excerpt.End == end, cancel))
            return CodingResult.AlreadyCoded;
        var note = string.IsNullOrWhiteSpace(choice.Memo) ? null : choice.Memo.Trim();
        _record.Excerpts.Add(new CodedExcerpt
        {
            Id = Guid.NewGuid(),
            InputId = inputId,
            ThemeId = choice.ThemeId,
            Start = start,
            End = end,
            Stance = choice.Stance,
            Memo = note?.Length > LongestMemo ? note[..LongestMemo] : note,
            CodedBy = by,
        });
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>Codes numbered sentences; those that follow each other become one excerpt.</summary>
    public async Task<CodingResult> CodeSentencesAsync(
        Guid inputId, IEnumerable<int> numbers, ThemeChoice choice, StaffId by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var input = await KeptAsync(inputId, cancel);
        if (input is null) return CodingResult.NotThere;
        var passages = Passages.Of(input, numbers);
        if (passages is []) return CodingResult.NoSuchPassage;
        var result = CodingResult.NoSuchPassage;
        foreach (var (start, end) in passages)
        {
            var one = await CodeAsync(inputId, start, end, choice, by, cancel);
            if (one is CodingResult.NotThere) return one;
            if (result is not CodingResult.Done) result = one;
        }
        return result;
    }

    /// <summary>Removes a coding on which no key point rests.</summary>
    public async Task<CodingResult> RemoveAsync(Guid inputId, Guid excerptId, CancellationToken cancel)
    {
        var excerpt = await _record.Excerpts.SingleOrDefaultAsync(found => found.Id == excerptId && found.InputId == inputId, cancel);
        if (excerpt is null) return CodingResult.NotThere;
        if (await _record.Evidence.AnyAsync(evidence => evidence.ExcerptId == excerptId, cancel)) return CodingResult.InUse;
        _record.Excerpts.Remove(excerpt);
        await _record.SaveChangesAsync(cancel);
        _record.ChangeTracker.Clear();
        return CodingResult.Done;
    }

    /// <summary>The codings of one input by place.</summary>
    public Task<IReadOnlyList<ReadableExcerpt>> OfInputAsync(Guid inputId, CancellationToken cancel) =>
        ReadAsync(_record.Excerpts.Where(excerpt => excerpt.InputId == inputId), cancel);

    /// <summary>The codings of a window, unused ones first; by area and theme where these are given. Area 0 means overall comments.</summary>
    public async Task<IReadOnlyList<ReadableExcerpt>> OfWindowAsync(Guid windowId, int? focusArea, Guid? themeId, CancellationToken cancel)
    {
        var inputs = _record.KeptInputs(windowId);
        if (focusArea is { } area) inputs = inputs.Where(input => input.FocusAreaNumber == (area == 0 ? null : area));
        var excerpts = _record.Excerpts.Where(excerpt => inputs.Any(input => input.Id == excerpt.InputId));
        if (themeId is { } theme) excerpts = excerpts.Where(excerpt => excerpt.ThemeId == theme);
        var read = await ReadAsync(excerpts, cancel);
        // By theme, then by the random id: never in the order of storage, and never one author's passages together.
        return [.. read.OrderBy(excerpt => excerpt.Uses > 0).ThenBy(excerpt => excerpt.Theme.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(excerpt => excerpt.Stance).ThenBy(excerpt => excerpt.Id)];
    }

    /// <summary>Chosen excerpts of a window, as long as their inputs are kept.</summary>
    public Task<IReadOnlyList<ReadableExcerpt>> ChosenAsync(Guid windowId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var kept = _record.KeptInputs(windowId);
        return ReadAsync(_record.Excerpts.Where(excerpt => ids.Contains(excerpt.Id) && kept.Any(input => input.Id == excerpt.InputId)), cancel);
    }

    private async Task<IReadOnlyList<ReadableExcerpt>> ReadAsync(IQueryable<CodedExcerpt> excerpts, CancellationToken cancel)
    {
        var rows = await (
            from excerpt in excerpts.AsNoTracking()
            join input in _record.Inputs on excerpt.InputId equals input.Id
            join theme in _record.Themes on excerpt.ThemeId equals theme.Id
            where !_record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside)
            select new { Excerpt = excerpt, Input = input, Theme = theme, Uses = _record.Evidence.Count(evidence => evidence.ExcerptId == excerpt.Id) })
            .ToListAsync(cancel);
        var ids = rows.Select(row => row.Input.Id).Distinct().ToArray();
        var masks = (await _record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return [.. rows.OrderBy(row => row.Excerpt.Start).ThenBy(row => row.Excerpt.End).ThenBy(row => row.Excerpt.Id).Select(row => new ReadableExcerpt(
            row.Excerpt.Id, row.Input.Id, row.Input.FocusAreaNumber, row.Theme, row.Excerpt.Start, row.Excerpt.End, row.Excerpt.Stance, row.Excerpt.Memo,
            new MaskedText(row.Input.Text, masks[row.Input.Id]).Read(row.Excerpt.Start, row.Excerpt.End), row.Input.Language, row.Input.Permission, row.Uses))];
    }

    private async Task<MaskedText?> KeptAsync(Guid inputId, CancellationToken cancel)
    {
        var text = await _record.Inputs.Where(input => input.Id == inputId
                && !_record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside))
            .Select(input => input.Text).SingleOrDefaultAsync(cancel);
        return text is null ? null : new MaskedText(text, await _record.Masks.AsNoTracking().Where(mask => mask.InputId == inputId).ToListAsync(cancel));
    }
}
