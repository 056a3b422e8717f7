using BTech.Agenda;
using BTech.Record.Disclosure;
using BTech.Record.Imports;
using BTech.Record.Similarity;
using BTech.Record.Storage;
using BTech.Record.Translations;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Inputs;

/// <summary>The inputs of sealed windows as the project team reads them. Masked passages and set-aside texts leave this class in no form.</summary>
public sealed class InputList
{
    /// <summary>How many stand on one page.</summary>
    public const int PageLength = 25;

    // How many ids are walked before it is decided whether what is looked for is frequent, and at most in one step after that.
    private const int Sample = 500;
    private const int LongestStep = 8000;

    private readonly RecordContext _record;
    private readonly SearchTexts _search;
    private (Guid Window, (NamedLanguages Languages, NamedGroups Groups) Parts)? _named;

    internal InputList(RecordContext record, SearchTexts search) => (_record, _search) = (record, search);

    /// <summary>The page that begins behind <paramref name="after"/>, or ends before <paramref name="before"/>, or the reader's first one.</summary>
    public async Task<InputPage> PageAsync(
        StaffId reader, Guid windowId, InputFilter filter, Guid? after = null, Guid? before = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var forwards = before is null;
        var circle = new Circle(ReadersOrder.Start(reader, windowId), before ?? after, forwards);
        var found = await TakeAsync(reader, windowId, filter, circle, PageLength + 1, cancel);
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
        var next = await TakeAsync(reader, windowId, filter, new Circle(start, id, Forwards: true), 1, cancel);
        var previous = await TakeAsync(reader, windowId, filter, new Circle(start, id, Forwards: false), 1, cancel);
        return (previous.FirstOrDefault()?.Id, next.FirstOrDefault()?.Id);
    }

    /// <summary>One input; nothing when there is none with this id.</summary>
    public async Task<ReadableInput?> FindAsync(StaffId reader, Guid id, CancellationToken cancel) =>
        (await ReadAsync(reader, _record.Inputs.Where(input => input.Id == id), cancel)).SingleOrDefault();

    /// <summary>The window of an input that its author withdrew, so that whoever had it open can be told; nothing else of it is told to anybody.</summary>
    public async Task<Guid?> WindowOfWithdrawnAsync(Guid id, CancellationToken cancel) =>
        await _record.Inputs.IgnoreQueryFilters().Where(input => input.Id == id && _record.Withdrawals.Any(row => row.InputId == id)).Select(input => (Guid?)input.WindowId).SingleOrDefaultAsync(cancel);

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
    private async Task<List<ReadableInput>> TakeAsync(StaffId reader, Guid windowId, InputFilter filter, Circle circle, int count, CancellationToken cancel)
    {
        var needles = SearchWords.Needles(filter.Contains);
        if (needles is [] && !string.IsNullOrWhiteSpace(filter.Contains)) return [];
        if (needles is not []) await _search.PrepareAsync(windowId, cancel);
        var named = filter.Group is null && filter.Language is null ? null : await NamedAsync(windowId, filter, cancel);
        var found = Filtered(reader, windowId, filter, named);
        var taken = new List<ReadableInput>();
        foreach (var stretch in circle.Stretches())
            await WalkAsync(reader, taken, windowId, found, needles, stretch, circle.Forwards, count, cancel);
        return taken;
    }

    /// <summary>
    /// Looks through one stretch of ids. Frequent words and themes are met soon by walking the ids in order; for rare and absent ones, of which a first
    /// sample shows next to none, the index is asked for all that there are, and those are put in order.
    /// </summary>
    private async Task WalkAsync(
        StaffId reader, List<ReadableInput> taken, Guid windowId, IQueryable<SealedInput> found, IReadOnlyList<SearchWords.Needle> needles, Circle.Stretch stretch, bool forwards, int count, CancellationToken cancel)
    {
        var rest = stretch;
        var step = Sample;
        while (taken.Count < count)
        {
            var bound = await PlaceAsync(_record.Inputs.Where(input => input.WindowId == windowId), rest, forwards, step, cancel);
            var part = bound is { } place ? forwards ? rest with { To = place } : new Circle.Stretch(rest.From, false, place) : rest;
            var batch = await ReadAsync(reader, Ordered(Within(Holding(found, needles), part, forwards), forwards).Take(count - taken.Count), cancel);
            taken.AddRange(batch);
            if (bound is not { } next || taken.Count >= count) return;
            rest = forwards ? new Circle.Stretch(next, true, rest.To) : new Circle.Stretch(next, false, rest.To);
            if (batch.Count < 3)
            {
                taken.AddRange(await ReadAsync(reader, Ordered(Within(Indexed(found, needles), rest, forwards), forwards).Take(count - taken.Count), cancel));
                return;
            }
            step = Math.Min(step * 4, LongestStep);
        }
    }

    // The id so many steps on; nothing when the stretch is shorter. Read from the index of ids alone.
    private static async Task<Guid?> PlaceAsync(IQueryable<SealedInput> inputs, Circle.Stretch stretch, bool forwards, int steps, CancellationToken cancel) =>
        await Ordered(Within(inputs.IgnoreQueryFilters(), stretch, forwards), forwards).Skip(steps).Select(input => (Guid?)input.Id).FirstOrDefaultAsync(cancel);

    private static IQueryable<SealedInput> Ordered(IQueryable<SealedInput> inputs, bool forwards) =>
        forwards ? inputs.OrderBy(input => input.Id) : inputs.OrderByDescending(input => input.Id);

    private static IQueryable<SealedInput> Within(IQueryable<SealedInput> inputs, Circle.Stretch stretch, bool forwards)
    {
        if (stretch.From is { } from)
            inputs = !forwards ? inputs.Where(input => input.Id < from) : stretch.FromIncluded ? inputs.Where(input => input.Id >= from) : inputs.Where(input => input.Id > from);
        if (stretch.To is { } to) inputs = forwards ? inputs.Where(input => input.Id < to) : inputs.Where(input => input.Id >= to);
        return inputs;
    }

    private IQueryable<SealedInput> Holding(IQueryable<SealedInput> inputs, IReadOnlyList<SearchWords.Needle> needles)
    {
        foreach (var needle in needles)
            inputs = inputs.Where(input => _record.SearchTexts.Any(row => row.InputId == input.Id && EF.Functions.Like(row.Words, needle.Pattern)));
        return inputs;
    }

    private IQueryable<SealedInput> Indexed(IQueryable<SealedInput> inputs, IReadOnlyList<SearchWords.Needle> needles)
    {
        if (needles is []) return inputs;
        var pieces = needles.SelectMany(needle => needle.Pieces).Distinct().ToArray();
        // OFFSET 0 keeps the planner from walking all ids and looking at each text.
        IQueryable<SearchTextRow> rows = _record.SearchTexts.FromSql($"SELECT * FROM record.search_text WHERE pieces @> {pieces} OFFSET 0");
        foreach (var needle in needles) rows = rows.Where(row => EF.Functions.Like(row.Words, needle.Pattern));
        return inputs.Join(rows, input => input.Id, row => row.InputId, (input, row) => input);
    }

    // Asked once for what one page shows: the input, its neighbours, a list.
    private async Task<(NamedLanguages Languages, NamedGroups Groups)> NamedPartsAsync(Guid windowId, CancellationToken cancel)
    {
        if (_named is not { } known || known.Window != windowId) _named = known = (windowId, await _record.NamedPartsAsync(windowId, cancel));
        return known.Parts;
    }

    private async Task<IReadOnlyList<string>> NamedAsync(Guid windowId, InputFilter filter, CancellationToken cancel)
    {
        var (languages, groups) = await NamedPartsAsync(windowId, cancel);
        return filter.Group is { } group
            ? [.. BTech.Languages.Language.All.Select(language => language.Code).Where(code => groups.MayStandBeside(group, code)
                && (filter.Language is null || (code == filter.Language && languages.Contains(code))))]
            : languages.Contains(filter.Language!) ? [filter.Language!] : [];
    }

    /// <param name="reader">Who reads; codings are those that this person may see.</param>
    /// <param name="windowId">The window.</param>
    /// <param name="filter">The filter; its words are looked for elsewhere.</param>
    /// <param name="named">When a group or language is asked for: the languages of which it may be told.</param>
    private IQueryable<SealedInput> Filtered(StaffId reader, Guid windowId, InputFilter filter, IReadOnlyList<string>? named)
    {
        var inputs = filter.State switch
        {
            // What is set aside belongs to no group and no language any more, and nobody searches its text.
            ReviewState.SetAside when named is not null || !string.IsNullOrWhiteSpace(filter.Contains) => _record.Inputs.Where(input => false),
            ReviewState.SetAside => _record.Inputs.Where(input => input.WindowId == windowId
                && _record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside)),
            ReviewState.Kept => _record.KeptInputs(windowId).Where(input => _record.ReviewDecisions.Any(decision => decision.InputId == input.Id)),
            ReviewState.NotReviewed => _record.KeptInputs(windowId).Where(input => !_record.ReviewDecisions.Any(decision => decision.InputId == input.Id)),
            _ => _record.KeptInputs(windowId),
        };
        if (filter.FocusArea is { } area) inputs = inputs.Where(input => input.FocusAreaNumber == (area == 0 ? null : area)
            || _record.SplitPassages.Any(passage => passage.InputId == input.Id && passage.FocusAreaNumber == area));
        if (filter.Paragraph is { } paragraph) inputs = inputs.Where(input => input.ParagraphNumber == paragraph);
        if (filter.Import is { } import) inputs = inputs.Where(input => input.ImportId == import);
        if (filter.Kind is { } kind) inputs = inputs.Where(input => input.Kind == kind);
        if (filter.Theme is { } theme) inputs = inputs.Where(input => _record.ExcerptsFor(reader).Any(excerpt => excerpt.InputId == input.Id && excerpt.ThemeId == theme));
        if (filter.Uncoded) inputs = inputs.Where(input => !_record.ExcerptsFor(reader).Any(excerpt => excerpt.InputId == input.Id));
        if (filter.Flagged) inputs = inputs.Where(input => _record.Flags.Any(flag => flag.InputId == input.Id));
        if (filter.Masked) inputs = inputs.Where(input => _record.Masks.Any(mask => mask.InputId == input.Id));
        inputs = filter.Translation switch
        {
            TranslationState.None => inputs.Where(input => !_record.Translations.Any(translation => translation.InputId == input.Id)),
            TranslationState.Readable => inputs.Where(input => _record.Translations.Any(translation => translation.InputId == input.Id
                && !_record.Masks.Any(mask => mask.InputId == input.Id && !translation.KnownMasks.Contains(mask.Id)))),
            TranslationState.HeldBack => inputs.Where(input => _record.Translations.Any(translation => translation.InputId == input.Id
                && _record.Masks.Any(mask => mask.InputId == input.Id && !translation.KnownMasks.Contains(mask.Id)))),
            _ => inputs,
        };
        if (filter.CodedBy is { } coders)
        {
            var coded = inputs.Select(input => new { Input = input, Coders = _record.ExcerptsFor(reader).Where(excerpt => excerpt.InputId == input.Id).Select(excerpt => excerpt.CodedBy).Distinct().Count(), Twice = _record.SampledInputs.Any(sampled => sampled.InputId == input.Id && sampled.IsDone) });
            inputs = (coders is CodedBy.One ? coded.Where(one => one.Coders == 1 && !one.Twice) : coded.Where(one => one.Coders > 1 || (one.Coders == 1 && one.Twice))).Select(one => one.Input);
        }
        if (named is not null) inputs = inputs.Where(input => named.Contains(input.Language));
        if (filter.Group is { } label) inputs = inputs.Where(input => _record.Contributors.Any(contributor => contributor.Id == input.ContributorId && contributor.GroupLabel == label));
        // A search must find each variant; otherwise one of those that pass the other filters stands for all that do.
        return filter.CopiesOnce && string.IsNullOrWhiteSpace(filter.Contains) ? Once(inputs) : inputs;
    }

    private IQueryable<SealedInput> Once(IQueryable<SealedInput> inputs)
    {
        var copies = Copies();
        return inputs.Where(input => !copies.Any(copy => copy.InputId == input.Id
            && copies.Any(other => other.GroupId == copy.GroupId && other.InputId < input.Id && inputs.Any(one => one.Id == other.InputId))));
    }

    private IQueryable<AlikeText> Copies() =>
        _record.AlikeTexts.Where(text => !text.IsOut && _record.AlikeGroups.Any(group => group.Id == text.GroupId && group.IsOneText));

    private IQueryable<AlikeText> KeptCopies() =>
        Copies().Where(text => !_record.ReviewDecisions.Any(decision => decision.InputId == text.InputId && decision.IsSetAside));

    private async Task<List<ReadableInput>> ReadAsync(StaffId reader, IQueryable<SealedInput> inputs, CancellationToken cancel)
    {
        var copies = KeptCopies();
        var rows = await inputs.AsNoTracking().Select(input => new
        {
            Input = input,
            Decision = _record.ReviewDecisions.FirstOrDefault(decision => decision.InputId == input.Id),
            Codings = _record.ExcerptsFor(reader).Count(excerpt => excerpt.InputId == input.Id),
            IsFlagged = _record.Flags.Any(flag => flag.InputId == input.Id),
            HasCopies = copies.Any(copy => copy.InputId != input.Id && copies.Any(own => own.InputId == input.Id && own.GroupId == copy.GroupId)),
            Import = _record.Imports.FirstOrDefault(import => import.Id == input.ImportId),
        }).ToListAsync(cancel);
        var ids = rows.Select(row => row.Input.Id).ToArray();
        var translations = await _record.TranslationsAsync(ids, cancel);
        var masks = (await _record.Masks.AsNoTracking().Where(mask => ids.Contains(mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        // Languages are counted only where there is something to choose between; all these inputs are of one window.
        var named = translations.Count == 0 ? null : (await NamedPartsAsync(rows[0].Input.WindowId, cancel)).Languages;
        return [.. rows.Select(row =>
        {
            var (input, decision) = (row.Input, row.Decision);
            var over = masks[input.Id];
            var filed = decision is { IsSetAside: true } ? null : translations.GetValueOrDefault(input.Id);
            return new ReadableInput(
                input.Id, input.WindowId, input.FocusAreaNumber, input.ParagraphNumber, input.Kind, input.Language, input.Permission,
                decision is null ? ReviewState.NotReviewed : decision.IsSetAside ? ReviewState.SetAside : ReviewState.Kept,
                decision?.Reason,
                decision is { IsSetAside: true } ? null : new MaskedText(input.Text, over),
                row.Codings)
            {
                IsFlagged = row.IsFlagged,
                HasCopies = row.HasCopies,
                Lineage = row.Import is { } import ? new Lineage(import.Id, import.Channel, import.Source, input.ImportPart) : null,
                Translation = filed?.ReadableUnder(over) is { } translation ? TranslatedText.Of(translation, goesFirst: !named!.Contains(input.Language)) : null,
                HoldsTranslationBack = filed?.Fits(over) == false,
            };
        })];
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
