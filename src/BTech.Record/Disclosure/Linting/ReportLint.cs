using BTech.Agenda.Consultations;
using BTech.Record.Disclosure.Linting.Rules;
using BTech.Record.Inputs;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace BTech.Record.Disclosure.Linting;

/// <summary>
/// Reads everything that a report says and points at sentences by which somebody could be recognised. It asks for the texts of the round once and
/// keeps nothing. The work grows with the length of these texts and of the report added, not multiplied: the report is indexed, and each
/// text walked once. What nobody thought of is not found, and who reads between the lines knows more than any list of words.
/// </summary>
internal sealed class ReportLint(RecordContext record)
{
    /// <summary>All rules.</summary>
    internal static IReadOnlyList<ILintRule> Rules { get; } =
    [
        new NameRule(),
        new ContactRule(),
        new VerbatimRule(),
        new QuotationRule(),
        new RoleRule(),
        new GroupWordRule(),
        new ScaleRule(),
        new ChosenPhraseRule(),
        new TraitRule(),
        new PronounRule(),
        new DateRule(),
        new AllOrNoneRule(),
        new RareWordsRule(),
        new OrderRule(),
        new OfferRule(),
    ];

    /// <summary>What was found, in the order of the rules.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(SummaryReport report, Consultation consultation, LintSources sources, SupportedClaims claims, CancellationToken cancel) =>
        Find(new LintedReport(report, consultation, sources, report.IsMeeting ? [] : await WrittenAsync(report.WindowId, cancel), claims)
        {
            Quotations = report.IsMeeting ? [] : await QuotationsAsync(report.WindowId, cancel),
        });

    /// <summary>What the rules find in a report that is read already.</summary>
    internal static IReadOnlyList<Finding> Find(LintedReport report) => Find(report, Rules);

    /// <summary>What some of the rules find.</summary>
    internal static IReadOnlyList<Finding> Find(LintedReport report, IEnumerable<ILintRule> rules) =>
        [.. rules.Where(rule => rule.AppliesToMeetings || !report.Report.IsMeeting).SelectMany(rule => rule.Find(report)).Distinct()];

    // Those whose texts are withdrawn too: their words are in nobody's hands any more, but what they were known by is.
    private async Task<List<HeldQuotation>> QuotationsAsync(Guid windowId, CancellationToken cancel)
    {
        var isEnough = await record.HasEnoughToQuoteAsync(windowId, cancel);
        // On its own: what is ignored below is ignored in the whole of a question.
        var quotable = await record.Quotable(windowId).Where(quotation => quotation.IsReleased).Select(quotation => quotation.Id).ToListAsync(cancel);
        var asked = await (
            from quotation in record.Quotations.AsNoTracking()
            join input in record.Inputs.IgnoreQueryFilters() on quotation.InputId equals input.Id
            where input.WindowId == windowId
            select new { quotation.Id, quotation.InputId, quotation.Hash, input.Language }).ToListAsync(cancel);
        return asked.ConvertAll(one => new HeldQuotation(one.InputId, one.Hash, one.Language, isEnough && quotable.Contains(one.Id)));
    }

    // Whole texts, those that were set aside and words behind masks too: a report must repeat these less than any. Nothing of them comes out but that the
    // report's own words are among them, and only runs of words are held against them: single ones would tell which name stands behind a mask.
    private async Task<List<WrittenText>> WrittenAsync(Guid windowId, CancellationToken cancel)
    {
        var inputs = record.Inputs.AsNoTracking().Where(input => input.WindowId == windowId);
        var masks = (await record.Masks.AsNoTracking().Where(mask => inputs.Any(input => input.Id == mask.InputId)).ToListAsync(cancel)).ToLookup(mask => mask.InputId);
        var texts = await inputs.Select(input => new { input.Id, input.Text, IsSetAside = record.ReviewDecisions.Any(decision => decision.InputId == input.Id && decision.IsSetAside), IsOriginal = true })
            .Concat(record.Translations.AsNoTracking().Where(translation => inputs.Any(input => input.Id == translation.InputId))
                .Select(translation => new { Id = translation.InputId, translation.Text, IsSetAside = false, IsOriginal = false }))
            .OrderBy(text => text.Id).ToListAsync(cancel);
        return texts.ConvertAll(text => new WrittenText(text.Id, text.Text, text.IsSetAside || !text.IsOriginal ? null : new MaskedText(text.Text, masks[text.Id]).Read()));
    }
}
