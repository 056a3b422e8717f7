using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Quotations;

/// <summary>
/// The passages that the team would like to quote. It asks about one passage of a text on which its report rests; the author finds the question by follow-up code and
/// by the text itself, and nobody is told that there is one. The team may ask about several texts of one contributor without learning that they are one
/// contributor's: only one of these questions is put to the author, and which says nobody.
/// </summary>
public sealed class AskedQuotations
{
    private readonly RecordContext _record;

    internal AskedQuotations(RecordContext record) => _record = record;

    /// <summary>The excerpts on which a report rests, and from which it may quote.</summary>
    public static IReadOnlySet<Guid> Behind(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Statements().OfType<KeyPoint>().SelectMany(point => point.Evidence).Select(evidence => evidence.ExcerptId).ToHashSet();
    }

    /// <summary>Whether so many have written in a round that one of them may be quoted.</summary>
    public Task<bool> HasEnoughContributorsAsync(Guid windowId, CancellationToken cancel) => _record.HasEnoughToQuoteAsync(windowId, cancel);

    /// <summary>What was asked about texts of a window that are still read, by random id.</summary>
    public async Task<IReadOnlyList<AskedQuotation>> OfWindowAsync(Guid windowId, CancellationToken cancel)
    {
        var quotable = await _record.Quotable(windowId).Select(quotation => quotation.Id).ToListAsync(cancel);
        var isEnough = await _record.HasEnoughToQuoteAsync(windowId, cancel);
        var asked = await (
            from quotation in _record.Quotations.AsNoTracking()
            join input in _record.KeptInputs(windowId) on quotation.InputId equals input.Id
            orderby quotation.Id
            select new { quotation, input.Text, input.Language }).ToListAsync(cancel);
        return [.. asked.Select(one => (one, IsWhole: quotable.Contains(one.quotation.Id))).Select(row => new AskedQuotation(
            row.one.quotation.Id, row.one.quotation.InputId, row.IsWhole ? CodePoints.Slice(row.one.Text, row.one.quotation.Start, row.one.quotation.End) : null, row.one.Language,
            row.one.quotation.IsReleased && row.IsWhole && isEnough))];
    }

    /// <summary>Asks to quote a passage of an excerpt on which a report rests.</summary>
    /// <param name="report">The report, as it was read.</param>
    /// <param name="excerptId">The excerpt.</param>
    /// <param name="words">The passage, letter by letter.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<QuotationResult> AskAsync(SummaryReport report, Guid excerptId, string? words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!Behind(report).Contains(excerptId)) return QuotationResult.NotThere;
        if (await _record.Excerpts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == excerptId, cancel) is not { } excerpt) return QuotationResult.NotThere;
        await using var transaction = await _record.Database.BeginTransactionAsync(cancel);
        await _record.TakeTextTurnAsync(excerpt.InputId, cancel);
        var input = await _record.KeptInput(excerpt.InputId).AsNoTracking().SingleOrDefaultAsync(one => one.WindowId == report.WindowId, cancel);
        if (input is null) return QuotationResult.NotThere;
        // Nobody can be asked about an imported text, and in a frozen round no code leads anywhere.
        if (input.ContributorId is null || input.Permission is not QuotingPermission.MayBeAsked) return QuotationResult.MayNotBeAsked;
        if (excerpt.InTranslation || input.Language != report.Language) return QuotationResult.NotTheAuthorsWords;
        if (!await _record.HasEnoughToQuoteAsync(input.WindowId, cancel)) return QuotationResult.TooFewContributors;
        var passage = QuotedWords.Clean(words);
        if (passage.Length == 0) return QuotationResult.WordsMissing;
        if (!QuotedWords.AreFew(passage)) return QuotationResult.TooLong;
        if (await _record.Quotations.AnyAsync(one => one.InputId == input.Id, cancel)) return QuotationResult.AskedAlready;
        var text = new MaskedText(input.Text, await _record.Masks.AsNoTracking().Where(mask => mask.InputId == input.Id).ToListAsync(cancel));
        var places = text.Find(passage, [(excerpt.Start, excerpt.End)]);
        // A report is read sentence by sentence, and an author agrees to one.
        if (places.Count == 0 || !text.Sentences.Any(sentence => sentence.Start <= places[0].Start && places[0].End <= sentence.End)) return QuotationResult.NotInPassage;
        if (await StandsElsewhereAsync(input, passage, cancel)) return QuotationResult.Shared;
        _record.Quotations.Add(new Quotation { Id = Guid.NewGuid(), InputId = input.Id, Start = places[0].Start, End = places[0].End, Hash = QuotedWords.Hash(passage) });
        await _record.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _record.ChangeTracker.Clear();
        return QuotationResult.Done;
    }

    /// <summary>Takes a question back, answered or not: what was allowed may not be quoted any more, and asking again is another question.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TakeBackAsync(Guid windowId, Guid id, CancellationToken cancel) =>
        await _record.Quotations.Where(quotation => quotation.Id == id && _record.Inputs.Any(input => input.Id == quotation.InputId && input.WindowId == windowId)).ExecuteDeleteAsync(cancel) > 0;

    private async Task<bool> StandsElsewhereAsync(SealedInput input, string passage, CancellationToken cancel)
    {
        var own = WordPieces.RowOf(passage);
        // What the team may read of the others: of hidden words it learns nothing here, and the check of the report knows all.
        var others = await _record.KeptInputs(input.WindowId).AsNoTracking().Where(other => other.Id != input.Id).Select(other => new { other.Id, other.Text }).ToListAsync(cancel);
        var masks = (await _record.Masks.AsNoTracking().Where(mask => _record.Inputs.Any(other => other.Id == mask.InputId && other.WindowId == input.WindowId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        return others.Exists(other => WordPieces.RowOf(new MaskedText(other.Text, masks[other.Id]).Read()).Contains(own, StringComparison.Ordinal));
    }
}
