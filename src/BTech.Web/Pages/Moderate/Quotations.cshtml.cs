using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Inputs;
using BTech.Record.Quotations;
using BTech.Record.Reports;
using BTech.Record.SecondCoding;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>The passages on which a report rests that the team may ask to quote, those that it asked for, and those that it may quote.</summary>
public sealed class QuotationsModel(
    ReadersDesk desk, AskedQuotations quotations, ExcerptCoding coding, SecondReadings readings, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Quotations> own) : ReportPage(desk, words)
{
    /// <summary>How many passages are shown at once.</summary>
    public const int Shown = 100;

    /// <summary>Whether enough people have written for anybody to be quoted.</summary>
    public bool IsEnough { get; private set; }

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<AskedQuotation> Asked { get; private set; } = [];

    /// <summary>What may be asked for.</summary>
    public IReadOnlyList<ReadableExcerpt> May { get; private set; } = [];

    /// <summary>Whether there are more of these.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The passage from which words are chosen.</summary>
    public ReadableExcerpt? Open { get; private set; }

    /// <summary>The words that are to be quoted.</summary>
    [BindProperty]
    public string? Passage { get; set; }

    /// <summary>Whether the author of an excerpt may be asked about it in a report.</summary>
    public static bool MayBeAsked(ReadableExcerpt excerpt, SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(excerpt);
        ArgumentNullException.ThrowIfNull(report);
        return excerpt is { Permission: QuotingPermission.MayBeAsked, InTranslation: false, IsImported: false } && excerpt.Language == report.Language;
    }

    /// <summary>A passage as it is put into the report.</summary>
    public string Marked(string passage) => QuotationMarks.Around(passage, Language.Find(Report.Language) ?? Language.English);

    public async Task<IActionResult> OnGetAsync(int number, Guid? e, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        await ReadAsync(e, cancel);
        Passage = Open?.Text;
        return Page();
    }

    [Audited("quotation asked for")]
    public async Task<IActionResult> OnPostAsync(int number, Guid e, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !MayEdit || Report.IsMeeting) return NotFound();
        await ReadAsync(e, cancel);
        var result = await readings.HidesAnyAsync(User.StaffId(), [e], cancel) ? QuotationResult.NotThere : await quotations.AskAsync(Report, e, Passage, cancel);
        if (result is QuotationResult.Done) return Redirect($"{Address}/quotations");
        ModelState.AddModelError(Open is null ? "" : nameof(Passage), own["Result." + result]);
        return Page();
    }

    [Audited("quotation taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(int number, Guid q, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel) || !IsModerator) return NotFound();
        return await quotations.TakeBackAsync(Report.WindowId, q, cancel) ? Redirect($"{Address}/quotations") : new NothingDone($"{Address}/quotations");
    }

    private async Task ReadAsync(Guid? open, CancellationToken cancel)
    {
        if (Report.IsMeeting) return;
        IsEnough = await quotations.HasEnoughContributorsAsync(Report.WindowId, cancel);
        var asked = new List<AskedQuotation>();
        foreach (var one in await quotations.OfWindowAsync(Report.WindowId, cancel))
            if (!await readings.IsBlindAsync(User.StaffId(), one.InputId, cancel)) asked.Add(one);
        Asked = asked;
        var evidence = AskedQuotations.Behind(Report);
        var may = (await coding.OfWindowAsync(User.StaffId(), Report.WindowId, null, null, cancel))
            .Where(excerpt => evidence.Contains(excerpt.Id) && MayBeAsked(excerpt, Report) && asked.TrueForAll(one => one.InputId != excerpt.InputId)).ToList();
        (May, IsCut) = ([.. may.Take(Shown)], may.Count > Shown);
        Open = MayEdit && IsEnough ? may.Find(excerpt => excerpt.Id == open) : null;
    }
}
