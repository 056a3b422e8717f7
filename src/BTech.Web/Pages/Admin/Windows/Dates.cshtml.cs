using System.Globalization;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Title, paper and dates of a round that is not open yet; afterwards they are promised and stay.</summary>
public sealed class DatesModel(
    CommentWindows windows, Assignments assignments, ScopingPapers papers, InvitationList invitations, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words,
    IStringLocalizer<Words.Joining> joining)
    : WindowPage(windows, assignments, clock)
{
    private readonly InlineValidator<DatesModel> _validator = new()
    {
        page => page.NeedsEnglish(nameof(WindowTitle), p => p.WindowTitle, () => words["Round.TitleMissing"]),
        page => page.HoldsAtMost(200, nameof(WindowTitle), p => p.WindowTitle, () => words["Form.TooLong", 200]),
    };

    [BindProperty]
    public Dictionary<string, string?> WindowTitle { get; set; } = [];

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty]
    public WindowDates Dates { get; set; } = new();

    /// <summary>Who may take part, as posted.</summary>
    [BindProperty]
    public string? Admitted { get; set; }

    /// <summary>What counts as one contributor, as posted.</summary>
    [BindProperty]
    public string? Counted { get; set; }

    public IReadOnlyList<Choice> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        WindowTitle = LocalizedForm.Fields(Window.Title);
        Dates = WindowDates.Of(Window, words);
        Admitted = Window.Admission.ToString();
        Counted = Window.Counts.ToString();
        if (Window.PaperVersionId is { } id) Paper = (await papers.FindAsync(id, cancel))?.Number.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ReadAsync(cancel);
        if (Window.IsOpened) ModelState.AddModelError("", words["Dates.Opened"]);
        var paper = int.TryParse(Paper, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await papers.FindAsync(Window.ConsultationId, number, cancel) : null;
        // Taken back since the form was made: a round must not quietly lose its paper.
        if (paper is null && !string.IsNullOrEmpty(Paper)) ModelState.AddModelError(nameof(Paper), words["Round.PaperGone"]);
        this.Validates(_validator);
        var admission = RoundQuestions.Read(nameof(Admitted), Admitted, Admission.Invited, ModelState, joining["Admission.Missing"]);
        var counts = RoundQuestions.Read(nameof(Counted), Counted, Counting.Persons, ModelState, joining["Counting.Missing"]);
        // Who is invited as a person stays one; that a round of organisations holds none is asked again at the opening.
        if (counts == Counting.Organisations && await invitations.HoldsPersonsAsync(Window.Id, cancel)) ModelState.AddModelError(nameof(Counted), joining["Counting.PersonsInvited"]);
        if (Dates.Read(nameof(Dates), Now, ModelState, words) is not { } dates) return Page();
        // The condition is asked again on the row itself: an opening that came between wins.
        var changed = false;
        var saving = await Windows.ChangeAsync(Window.Id, window =>
        {
            if (window.IsOpened) return;
            changed = true;
            window.Title = LocalizedForm.Text(WindowTitle);
            window.PaperVersionId = paper?.Id;
            window.Admission = admission;
            window.Counts = counts;
            (window.OpensAt, window.ClosesAt, window.Zone) = (dates.Opens, dates.Closes, dates.Zone);
            window.Expected = dates.Expected;
            (window.LateSendingMinutes, window.HoldingHours) = (dates.LateSendingMinutes, dates.HoldingHours);
            (window.SmallestGroup, window.BoxBytes) = (dates.SmallestGroup, dates.BoxBytes);
        }, cancel);
        if (saving == RoundSaving.Overlaps)
        {
            WindowDates.AddOverlap("Dates.Opens.Date", await Windows.OverlappedAsync(Window.ConsultationId, Window.Id, dates.Opens, dates.Closes, cancel), ModelState, words);
            return Page();
        }
        if (!changed || saving != RoundSaving.Saved)
        {
            ModelState.AddModelError(changed ? nameof(Paper) : "", words[changed ? "Round.PaperGone" : "Dates.Opened"]);
            return Page();
        }
        await audit.AddAsync(Settings.StaffPrincipal.StaffId(User), "window dates changed", Name.ToString(), cancel);
        return ToWindow();
    }

    private async Task ReadAsync(CancellationToken cancel) => Papers =
    [
        new Choice("", words["Round.NoPaper"]),
        .. (await papers.NumbersAsync(Window.ConsultationId, cancel)).Select(number => new Choice(number.ToString(CultureInfo.InvariantCulture), words["Round.PaperVersion", number])),
    ];
}
