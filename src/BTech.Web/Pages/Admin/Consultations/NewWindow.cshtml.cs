using BTech.Agenda;
using BTech.Agenda.Consultations;
using BTech.Agenda.Papers;
using BTech.Agenda.Reminders;
using BTech.Agenda.Windows;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Consultations;

/// <summary>
/// A new round of written comments on the newest version of the paper: from nothing, with the settings of an earlier one, or to take late
/// comments on one whose record is sealed. People are never taken over.
/// </summary>
public sealed class NewWindowModel(
    ConsultationList consultations, CommentWindows windows, ScopingPapers papers, ReminderBook reminders, Assignments assignments, AuditTrail audit, TimeProvider clock,
    IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Joining> joining) : PageModel
{
    /// <summary>Between now and the opening of a round made like another: time to invite.</summary>
    private const int DaysAhead = 14;

    [FromRoute]
    public required string Slug { get; set; }

    [BindProperty]
    public Dictionary<string, string?> WindowTitle { get; set; } = LocalizedForm.Fields(null);

    [BindProperty]
    public WindowDates Dates { get; set; } = new();

    /// <summary>Who may take part, as posted.</summary>
    [BindProperty]
    public string? Admitted { get; set; } = nameof(Admission.Invited);

    /// <summary>What counts as one contributor, as posted.</summary>
    [BindProperty]
    public string? Counted { get; set; } = nameof(Counting.Persons);

    /// <summary>Made with the form, so that a form sent twice makes one round.</summary>
    [BindProperty]
    public int RoundNumber { get; set; }

    /// <summary>The number of the round whose settings are taken over.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Like { get; set; }

    /// <summary>The number of the sealed round whose late comments this one is to take.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Supplements { get; set; }

    public Consultation Consultation { get; private set; } = null!;

    /// <summary>The round that this one is made like or supplements.</summary>
    public CommentWindow? Other { get; private set; }

    /// <summary>The newest round of written comments, whose settings are offered.</summary>
    public CommentWindow? Latest => Consultation.Windows.FindLast(window => window.Kind == RoundKind.Written);

    /// <summary>Whether that round is not sealed yet, so that nothing can supplement it.</summary>
    public bool IsTooEarly => Supplements is not null && Other is { CanBeSupplemented: false };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        RoundNumber = NextNumber;
        if (Other is not null) FillIn(Other);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || IsTooEarly) return NotFound();
        if (Consultation.Windows.Any(window => window.Number == RoundNumber)) return ToRound();
        RoundNumber = NextNumber;
        if (!LocalizedForm.HasEnglish(WindowTitle)) ModelState.AddModelError("WindowTitle[en]", words["Round.TitleMissing"]);
        if (!LocalizedForm.Fits(WindowTitle, 200)) ModelState.AddModelError("WindowTitle[en]", words["Form.TooLong", 200]);
        var admission = RoundQuestions.Read(nameof(Admitted), Admitted, Admission.Invited, ModelState, joining["Admission.Missing"]);
        var counts = RoundQuestions.Read(nameof(Counted), Counted, Counting.Persons, ModelState, joining["Counting.Missing"]);
        if (Dates.Read(nameof(Dates), clock.GetUtcNow(), ModelState, words) is not { } dates) return Page();
        RoundSaving saving;
        CommentWindow round;
        do
        {
            round = Round(dates, admission, counts, Supplements is null ? (await papers.FindAsync(Consultation.Id, null, cancel))?.Id : Other!.PaperVersionId);
            saving = await windows.AddAsync(round, cancel);
        }
        // The newest version may be taken back between looking and adding; then the one before it is the newest.
        while (saving == RoundSaving.PaperTakenBack);
        if (saving == RoundSaving.Overlaps)
        {
            WindowDates.AddOverlap("Dates.Opens.Date", await windows.OverlappedAsync(Consultation.Id, null, dates.Opens, dates.Closes, cancel), ModelState, words);
            return Page();
        }
        if (Other is not null && await windows.FindAsync(round.Id, cancel) is { } made) await reminders.CopyAsync(Other, made, cancel);
        await audit.AddAsync(User.StaffId(), Supplements is null ? "window created" : "supplementary window created", new WindowName(Slug, RoundNumber).ToString(), cancel);
        return ToRound();
    }

    private CommentWindow Round(ReadDates dates, Admission admission, Counting counts, Guid? paper) => new()
    {
        Id = Guid.NewGuid(),
        BoxBytes = dates.BoxBytes,
        SmallestGroup = dates.SmallestGroup,
        ConsultationId = Consultation.Id,
        Number = RoundNumber,
        Kind = RoundKind.Written,
        Title = LocalizedForm.Text(WindowTitle),
        PaperVersionId = paper,
        OpensAt = dates.Opens,
        ClosesAt = dates.Closes,
        Zone = dates.Zone,
        LateSendingMinutes = dates.LateSendingMinutes,
        HoldingHours = dates.HoldingHours,
        Expected = dates.Expected,
        // A supplement's own late comments belong to the first round like its own.
        SupplementsId = Supplements is null ? null : Other!.SupplementsId ?? Other.Id,
        Admission = admission,
        Counts = counts,
    };

    private void FillIn(CommentWindow like)
    {
        WindowTitle = LocalizedForm.Fields(like.Title);
        Admitted = like.Admission.ToString();
        Counted = like.Counts.ToString();
        Dates = WindowDates.Of(like, words);
        Dates.Expected = LocalizedForm.Fields(null);
        // Behind every other round, so that the dates offered are free.
        var earliest = Consultation.Windows.Where(window => window.Kind == RoundKind.Written && window.Expected is null).Select(window => window.ClosesAt)
            .Append(clock.GetUtcNow().AddDays(DaysAhead)).Max();
        var (opens, closes) = like.DatesAfter(earliest);
        Dates.Opens = MomentForm.At(opens, like.Zone, words);
        Dates.Closes = MomentForm.At(closes, like.Zone, words);
    }

    private int NextNumber => Consultation.Windows.Select(window => window.Number).DefaultIfEmpty(0).Max() + 1;

    private RedirectResult ToRound() => Redirect(Url.Content($"~/admin/windows/{Slug}/{RoundNumber}"));

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await assignments.HoldsEverywhereAsync(User.StaffId(), StaffRole.Administrator, cancel)) return false;
        if (await consultations.FindAsync(Slug, cancel) is not { } found) return false;
        Consultation = found;
        if ((Supplements ?? Like) is not { } number) return true;
        Other = found.Windows.Find(window => window.Number == number && window.Kind == RoundKind.Written);
        return Other is not null;
    }
}
