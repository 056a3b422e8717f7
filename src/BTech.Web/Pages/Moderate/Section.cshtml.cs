using BTech.Languages;
using BTech.Record.Disclosure;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.Reports.Reviewing;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>One section of a report: its paragraphs and lists, with who stands behind each key point; for the team only.</summary>
public sealed class SectionModel(
    ReadersDesk desk, Drafting drafting, Backings backings, ReportCheck check, ProtectedNames names, OfferFigures offers, OverarchingThemes overarching, ReviewComments comments, IStringLocalizer<Words.Moderate> words) : ReportPage(desk, words), ICheckedReport
{
    public Section Section { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, PointBacking> Backings { get; private set; } = new Dictionary<Guid, PointBacking>();

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>How many comments of the review are open, by statement.</summary>
    public IReadOnlyDictionary<Guid, int> OpenComments { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>What the section may say about offers, in bands; nothing where nothing may be said, or the section is not about next steps.</summary>
    public string? OfferSentence { get; private set; }

    /// <summary>Whether the offers belong into this section.</summary>
    public bool IsAboutOffers => Section.Kind == SectionKind.NextSteps && !Report.IsMeeting;

    /// <summary>For the overarching messages: themes that run through several focus areas.</summary>
    public IReadOnlyList<OverarchingTheme> Candidates { get; private set; } = [];

    /// <summary>Whether the reader may write in it: what is copied from the lists is changed there.</summary>
    public bool MayWrite => MayEdit && !Section.IsFromLists;

    /// <summary>Which form was refused and stays open.</summary>
    public string? Voice { get; private set; }

    public IEnumerable<SelectListItem> Places => StatementPlaces.Items(Section, Words);

    [BindProperty]
    public string? HostText { get; set; }

    [BindProperty]
    public bool IsCommitment { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public string? HostPlace { get; set; }

    [BindProperty]
    public string? HostIntroduction { get; set; }

    [BindProperty]
    public string? FactText { get; set; }

    [BindProperty]
    public string? FactPlace { get; set; }

    [BindProperty]
    public string? FactIntroduction { get; set; }

    [BindProperty]
    public string? Heading { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, int order, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, cancel)) return NotFound();
        Heading = Section.Heading;
        return await ShowAsync(cancel);
    }

    [Audited("paragraph moved")]
    public Task<IActionResult> OnPostMoveBlockAsync(int number, int order, Guid block, bool up, CancellationToken cancel) =>
        EditAsync(number, order, "", () => drafting.MoveBlockAsync(Report.Id, block, up, User.StaffId(), cancel), cancel);

    [Audited("introducing sentence changed")]
    public Task<IActionResult> OnPostIntroductionAsync(int number, int order, Guid block, string? introduction, CancellationToken cancel) =>
        EditAsync(number, order, "", () => drafting.ChangeIntroductionAsync(Report.Id, block, introduction, User.StaffId(), cancel), cancel);

    [Audited("statement moved")]
    public Task<IActionResult> OnPostMoveAsync(int number, int order, Guid statement, bool up, CancellationToken cancel) =>
        EditAsync(number, order, "", () => drafting.MoveStatementAsync(Report.Id, statement, up, User.StaffId(), cancel), cancel);

    [Audited("statement removed")]
    public Task<IActionResult> OnPostRemoveAsync(int number, int order, Guid statement, CancellationToken cancel) =>
        EditAsync(number, order, "", () => drafting.RemoveStatementAsync(Report.Id, statement, User.StaffId(), cancel), cancel);

    [Audited("heading changed")]
    public Task<IActionResult> OnPostHeadingAsync(int number, int order, CancellationToken cancel) =>
        EditAsync(number, order, nameof(Heading), () => drafting.ChangeHeadingAsync(Report.Id, Section.Id, Heading, User.StaffId(), cancel), cancel);

    [Audited("statement of the project team added")]
    public Task<IActionResult> OnPostHostAsync(int number, int order, CancellationToken cancel)
    {
        Voice = "host";
        return EditAsync(number, order, nameof(HostText), () => drafting.AddHostNoteAsync(
            Report.Id, StatementPlaces.Read(Section, HostPlace, HostIntroduction), new HostNoteDraft(OneLine.Of(HostText), IsCommitment, Due), HostLabels, User.StaffId(), cancel), cancel);
    }

    [Audited("fact added")]
    public Task<IActionResult> OnPostFactAsync(int number, int order, CancellationToken cancel)
    {
        Voice = "fact";
        return EditAsync(number, order, nameof(FactText), () => drafting.AddFactAsync(
            Report.Id, StatementPlaces.Read(Section, FactPlace, FactIntroduction), OneLine.Of(FactText), User.StaffId(), cancel), cancel);
    }

    [Audited("sentence on offers added")]
    public Task<IActionResult> OnPostOffersAsync(int number, int order, CancellationToken cancel) => EditAsync(number, order, "",
        async () => IsAboutOffers && await ReadOffersAsync(cancel) is { } sentence
            ? await drafting.AddFactAsync(Report.Id, new StatementPlace(Section.Id), sentence, User.StaffId(), cancel)
            : DraftOutcome.NotThere, cancel);

    private async Task<IActionResult> EditAsync(int number, int order, string field, Func<Task<DraftOutcome>> edit, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, cancel) || !IsModerator) return NotFound();
        var outcome = await edit();
        if (outcome.IsDone) return Redirect(FormattableString.Invariant($"{Address}/sections/{order}"));
        Refuse(field, outcome.Result);
        Heading ??= Section.Heading;
        return await ShowAsync(cancel);
    }

    private async Task<bool> OpenAsync(int number, int order, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return false;
        Section = Report.Sections.SingleOrDefault(section => section.Order == order && section.Kind != SectionKind.Participants)!;
        return Section is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Backings = await backings.OfAsync(Report, cancel);
        OpenComments = (await comments.OfAsync(Report.Id, cancel)).Where(comment => comment is { IsSettled: false, Place: WordingKind.Statement, PlaceId: not null }).CountBy(comment => comment.PlaceId!.Value).ToDictionary();
        Findings = [.. (await check.FindAsync(Report, Window.Consultation, await names.ForReportAsync(Window, cancel), cancel)).Where(finding => finding.SectionId == Section.Id)];
        if (Section.Kind == SectionKind.OverarchingMessages && MayWrite && !Report.IsMeeting) Candidates = await overarching.OfAsync(Report.WindowId, User.StaffId(), cancel);
        if (IsAboutOffers && MayEdit) OfferSentence = await ReadOffersAsync(cancel);
        return Page();
    }

    private Task<string?> ReadOffersAsync(CancellationToken cancel) =>
        offers.SentenceAsync(Window.Id, Language.Find(Report.Language) ?? Language.English, cancel);
}
