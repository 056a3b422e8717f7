using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Disclosure;
using BTech.Record.Disclosure.Lifting;
using BTech.Record.Reports;
using BTech.Record.Reports.Changes;
using BTech.Record.SecondCoding;
using BTech.Record.Words;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>A key point: first the excerpts it rests on, then the wording that their contributors allow, then the sentence with its one key phrase.</summary>
public sealed class KeyPointModel(
    ReadersDesk desk, Drafting drafting, ExcerptCoding coding, CodeBook codeBook, SecondReadings readings, Backings backings, ClaimsLedger ledger, SummaryReports reports, DraftHistory history, BegunWordings begun,
    IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Lifts> second) : ReportPage(desk, words)
{
    /// <summary>How many excerpts are shown at once; filters find the others.</summary>
    public const int TrayLength = 100;

    public Section Section { get; private set; } = null!;

    public Guid? Id { get; private set; }

    public string? Theirs { get; private set; }

    public BegunText? Begun { get; private set; }

    public IReadOnlyList<ReadableExcerpt> Tray { get; private set; } = [];

    public bool IsCut { get; private set; }

    /// <summary>Whether the point rests on an input that the reader still has to code blind, so that its passages cannot be shown.</summary>
    public bool IsBlind { get; private set; }

    public IReadOnlyList<ListedTheme> Themes { get; private set; } = [];

    public PointBacking? Backing { get; private set; }

    /// <summary>Whether the phrase stays as an earlier version has it, because fewer than three contributors have changed.</summary>
    public bool IsKept { get; private set; }

    public IEnumerable<SelectListItem> RungItems { get; private set; } = [];

    /// <summary>Whether phrases beyond the numbers are offered, which need a reason and the second person.</summary>
    public bool HasStronger { get; private set; }

    /// <summary>Whether the fields for such a reason stand open: something was written into them, or is missing.</summary>
    public bool IsStrongerOpen => Category is not null || !string.IsNullOrEmpty(Reason) || ModelState.ErrorCount > 0;

    public IEnumerable<SelectListItem> CategoryItems => LiftModel.Categories(second);

    public IEnumerable<SelectListItem> NoteItems { get; private set; } = [];

    public IEnumerable<SelectListItem> Places => StatementPlaces.Items(Section, Words);

    public IEnumerable<SelectListItem> StanceItems =>
        new[] { Stance.Support, Stance.Concern, Stance.Nuance }.Select(stance => new Choice(stance.ToString(), Words["Stance." + stance]));

    public IEnumerable<SelectListItem> CounterViewItems => Enum.GetValues<CounterView>().Select(view => new Choice(view.ToString(), Words["Point.CounterView." + view]));

    /// <summary>Focus area of the tray; at first the section's own.</summary>
    public int? Area { get; private set; }

    public Guid? Theme { get; private set; }

    /// <summary>Passages of the tray that take this side alone.</summary>
    public Stance? Side { get; private set; }

    /// <summary>Whether the team may ask to quote from a passage: the saved point rests on it, and its author is willing.</summary>
    public bool MayQuote(ReadableExcerpt excerpt)
    {
        ArgumentNullException.ThrowIfNull(excerpt);
        return QuotationsModel.MayBeAsked(excerpt, Report) && Find()?.Evidence.Exists(evidence => evidence.ExcerptId == excerpt.Id) == true;
    }

    /// <summary>Excerpts that say it.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> E { get; set; } = [];

    /// <summary>Excerpts that say otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> C { get; set; } = [];

    [BindProperty]
    public string? Attribution { get; set; }

    [BindProperty]
    public int? NoteNumber { get; set; }

    /// <summary>For a phrase beyond the numbers: the kind of reason.</summary>
    [BindProperty]
    public LiftReason? Category { get; set; }

    /// <summary>Likewise, the reason in words.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Was { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Stance Stance { get; set; }

    [BindProperty]
    public CounterView CounterView { get; set; }

    [BindProperty]
    public string? ContraryReason { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Introduction { get; set; }

    public async Task<IActionResult> OnGetAsync(int number, int order, Guid? id, int? area, Guid? theme, Stance? side, bool chosen, int? wording, [FromQuery(Name = "go-on")] bool goOn, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, id, cancel) || !MayEdit) return NotFound();
        ModelState.Clear();
        Area = chosen ? area : Section.FocusAreaNumber;
        (Theme, Side) = (theme, side);
        if (Find() is { } point)
        {
            (Was, Text, Stance, Attribution, NoteNumber) = (point.State, point.Text, point.Stance, point.Attribution, point.NoteNumber);
            (CounterView, ContraryReason) = (point.CounterView, point.ContraryReason);
            if (!chosen)
            {
                E = [.. point.Evidence.Where(evidence => evidence.Weight != EvidenceWeight.Contrary).Select(evidence => evidence.ExcerptId)];
                C = [.. point.Evidence.Where(evidence => evidence.Weight == EvidenceWeight.Contrary).Select(evidence => evidence.ExcerptId)];
            }
        }
        var page = await ShowAsync(fill: true, cancel);
        if (wording is { } step && Id is { } known) Text = await history.WordingAsync(Report.Id, WordingKind.Statement, known, step, cancel) ?? Text;
        Begun = BegunText.Of(await begun.OfAsync(Report.Id, Begins, User.StaffId(), cancel), Text, goOn);
        if (goOn && Begun is not null) Text = Begun.Text;
        return page;
    }

    /// <summary>Keeps the sentence that is being typed, for its writer alone. Nothing is done to the report, so the audit has no line of it.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostKeepAsync(int number, int order, Guid? id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, id, cancel) || !IsModerator) return NotFound();
        return await begun.KeepAsync(Report.Id, Begins, User.StaffId(), OneLine.Of(Text), cancel) ? Redirect(Here) : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    /// <summary>Lets go what was begun.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostLetGoAsync(int number, int order, Guid? id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, id, cancel) || !IsModerator) return NotFound();
        await begun.ForgetAsync(Report.Id, Begins, User.StaffId(), cancel);
        return Redirect(Here);
    }

    [Audited("key point written")]
    public async Task<IActionResult> OnPostAsync(int number, int order, Guid? id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, order, id, cancel) || !IsModerator) return NotFound();
        Area = Section.FocusAreaNumber;
        if (await readings.HidesAnyAsync(User.StaffId(), [.. E, .. C], cancel)) return new KeptText("Blind", StatusCodes.Status409Conflict);
        var draft = new KeyPointDraft
        {
            Text = OneLine.Of(Text),
            Stance = Stance,
            Attribution = Report.IsMeeting ? null : Attribution,
            Stronger = Report.IsMeeting ? null : new LiftRequest(Category, Reason),
            NoteNumber = Report.IsMeeting ? NoteNumber : null,
            CounterView = CounterView,
            ContraryReason = ContraryReason,
            Evidence = Report.IsMeeting ? new Dictionary<Guid, EvidenceWeight>() : Chosen().ToDictionary(evidence => evidence.ExcerptId, evidence => evidence.Weight),
        };
        var outcome = id is { } known
            ? await drafting.ChangeKeyPointAsync(Report.Id, known, draft, Was, HostLabels, User.StaffId(), cancel)
            : await drafting.AddKeyPointAsync(Report.Id, StatementPlaces.Read(Section, Place, Introduction), draft, HostLabels, User.StaffId(), cancel);
        if (outcome.IsDone)
        {
            await begun.ForgetAsync(Report.Id, Begins, User.StaffId(), cancel);
            return Redirect(FormattableString.Invariant($"{Address}/sections/{order}#s-{outcome.Id ?? id}"));
        }
        Refuse(FieldOf(outcome.Result), outcome.Result);
        if (outcome.Theirs is { } theirs)
        {
            ModelState.Remove(nameof(Was));
            (Theirs, Was) = (theirs, outcome.TheirState);
        }
        return await ShowAsync(fill: false, cancel);
    }

    private string FieldOf(DraftResult result) => result switch
    {
        DraftResult.EvidenceMissing => Report.IsMeeting ? nameof(NoteNumber) : "Evidence",
        DraftResult.WordingTooStrong => nameof(Attribution),
        DraftResult.ReasonTooLong => nameof(ContraryReason),
        DraftResult.LiftReasonMissing => Category is null ? nameof(Category) : nameof(Reason),
        DraftResult.NotADraft or DraftResult.NotThere or DraftResult.Frozen => "",
        _ => nameof(Text),
    };

    private IEnumerable<Evidence> Chosen() =>
        E.Distinct().Select(excerpt => new Evidence { KeyPointId = Guid.Empty, ExcerptId = excerpt, Weight = EvidenceWeight.Main })
            .Concat(C.Distinct().Except(E).Select(excerpt => new Evidence { KeyPointId = Guid.Empty, ExcerptId = excerpt, Weight = EvidenceWeight.Contrary }));

    private async Task<bool> OpenAsync(int number, int order, Guid? id, CancellationToken cancel)
    {
        if (!await OpenAsync(number, cancel)) return false;
        Section = Report.Sections.SingleOrDefault(section => section.Order == order && section.Kind != SectionKind.Participants && !section.IsFromLists)!;
        Id = id;
        return Section is not null && (id is null || Find() is not null);
    }

    // A sentence that is not there yet is begun in its section.
    private Guid Begins => Id ?? Section.Id;

    private string Here => FormattableString.Invariant($"{Address}/sections/{Section.Order}/key-point{(Id is { } point ? $"/{point}" : "")}");

    private KeyPoint? Find() => Section.Blocks.SelectMany(block => block.Statements).OfType<KeyPoint>().SingleOrDefault(point => point.Id == Id);

    private async Task<IActionResult> ShowAsync(bool fill, CancellationToken cancel)
    {
        if (Report.IsMeeting)
        {
            NoteItems = [.. (await reports.NotesAsync(Report.WindowId, cancel)).Select(note =>
                new SelectListItem(FormattableString.Invariant($"{note.Number}. {note.Text}"), note.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
            return Page();
        }
        if (await readings.HidesAnyAsync(User.StaffId(), [.. E, .. C], cancel))
        {
            IsBlind = true;
            return Page();
        }
        Themes = await codeBook.ListAsync(Window.ConsultationId, cancel);
        var found = await coding.OfWindowAsync(User.StaffId(), Report.WindowId, Area, Theme, cancel);
        var chosen = await coding.ChosenAsync(Report.WindowId, [.. E, .. C], cancel);
        // What was chosen stays in sight, whatever the filter; excerpts that are gone or of another window are let go.
        E = [.. E.Where(id => chosen.Any(excerpt => excerpt.Id == id))];
        C = [.. C.Where(id => chosen.Any(excerpt => excerpt.Id == id))];
        var others = found.Where(excerpt => (Side is null || excerpt.Stance == Side) && chosen.All(one => one.Id != excerpt.Id)).ToList();
        IsCut = others.Count > TrayLength;
        Tray = [.. chosen, .. others.Take(TrayLength)];
        if (E.Count == 0) return Page();
        var final = await backings.FinalAsync(Report, cancel);
        var point = Find();
        // In a frozen round the passages stay.
        var kept = point is null ? null : (await ledger.KeptAsync(Report, point, final is null ? [.. Chosen()] : point.Evidence, cancel))?.Among(point.Attribution);
        IsKept = kept is not null;
        if (final is not null)
        {
            RungItems = Items(kept ?? (Id is { } known && final.TryGetValue(known, out var phrases) ? AttributionLadder.Among(phrases) : []));
            return Page();
        }
        Backing = await backings.OfAsync(Report.WindowId, Section.Kind == SectionKind.FocusArea ? Section.FocusAreaNumber : null, [.. Chosen()], cancel);
        var offered = kept ?? Backing.Offered;
        var stronger = kept is null ? LiftRule.Beyond(Backing) : [];
        HasStronger = stronger.Count > 0;
        RungItems = [.. Items(offered), .. Items(stronger, second["Stronger"])];
        if (fill && offered.Count > 0 && Id is null)
        {
            Attribution = offered[0].Key;
            Text = Phrases.Beginning(ReportLanguage, offered[0], WordOf(offered[0], ReportLanguage));
        }
        return Page();
    }

    private IEnumerable<SelectListItem> Items(IEnumerable<Rung> rungs, string? hint = null) =>
        [.. rungs.Select(rung => new Choice(rung.Key, string.Join(" · ", Phrases.Openings(ReportLanguage, rung, WordOf(rung, ReportLanguage))),
            hint ?? (rung.NeedsSecondPerson ? Words["Point.SecondPerson"].Value : null)))];

    private string? WordOf(Rung rung, Language language)
    {
        if (rung.GroupLabel is not { } label) return null;
        var groups = Window.Consultation.Groups;
        return groups.FirstOrDefault(group => group.Label == label)?.Adjective.In(language).Text
            ?? groups.FirstOrDefault(group => group.Family == label)?.FamilyAdjective.In(language).Text;
    }
}
