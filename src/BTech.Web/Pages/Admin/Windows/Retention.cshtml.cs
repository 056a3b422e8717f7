using System.Globalization;
using BTech.Agenda;
using BTech.Agenda.Retention;
using BTech.Agenda.Windows;
using BTech.People.Retention;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings.Erasing;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>Where an erasure stands.</summary>
public enum ErasureStanding
{
    /// <summary>Its day is far away.</summary>
    Planned = 1,

    /// <summary>Its day comes within <see cref="RetentionModel.SoonDays"/>, or has come and the job has not.</summary>
    Soon = 2,

    /// <summary>Its day has come, but the window is not sealed.</summary>
    WaitsForTheSeal = 3,

    /// <summary>Done.</summary>
    Done = 4,
}

/// <summary>One kind of erasure on the page.</summary>
/// <param name="Kind">What is erased.</param>
/// <param name="Day">On which day, or at the latest on which.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ErasureRow(ErasureKind Kind, DateOnly Day, ErasureStanding Standing, Erasure? Outcome);

/// <summary>
/// What is kept of a round and until when: set before opening, brought forward by two persons afterwards, and what became of each erasure.
/// Nothing on the page depends on who, or how many, have written.
/// </summary>
public sealed class RetentionModel(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, ErasureBook book, WindowErasing erasing, PeopleErasure people, AuditTrail audit,
    TimeProvider clock, IStringLocalizer<Words.Admin> words, IStringLocalizer<Words.Retention> retention)
    : TwoPersonsPage(windows, assignments, secondPerson, clock, words)
{
    /// <summary>How many days ahead the page of a round warns.</summary>
    public const int SoonDays = 30;

    [BindProperty]
    public string? PeopleDay { get; set; }

    [BindProperty]
    public string? TextsDay { get; set; }

    public IReadOnlyList<ErasureRow> Rows { get; private set; } = [];

    /// <summary>What is kept of those invited.</summary>
    public KeptPeople Kept { get; private set; } = new(0, 0, 0);

    public DateOnly Today => RetentionDates.Day(Now);

    public DateOnly Earliest => RetentionDates.Earliest(Window, Today);

    public DateOnly? FreezableFrom => RetentionDates.FreezableFrom(Window);

    public bool MayFreeze => CanErase(ErasureKind.Contributors) && FreezableFrom <= Today;

    /// <summary>Whether there is a day left to which the promised one can be brought forward.</summary>
    public bool CanMove(ErasureKind kind) => Earliest <= RetentionDates.Latest(Window, kind) && Rows.Any(row => row.Kind == kind && row.Standing != ErasureStanding.Done);

    /// <summary>Whether something is left of a kind that two persons may erase now.</summary>
    public bool CanErase(ErasureKind kind) => Window.IsSealed && Rows.Any(row => row.Kind == kind && row.Standing != ErasureStanding.Done);

    /// <summary>Whether the report is not published although those to be listed in it are about to go, or can be made to.</summary>
    public bool LosesTheList => Window.ReportedOn is null
        && Rows.Any(row => row.Kind == ErasureKind.People && (row.Standing == ErasureStanding.Soon || CanErase(ErasureKind.People)));

    public static IReadOnlyList<ErasureRow> RowsOf(CommentWindow window, IReadOnlyList<Erasure> erased, DateOnly today) =>
    [
        .. Enum.GetValues<ErasureKind>().Select(kind =>
        {
            var day = RetentionDates.Of(window).DayOf(kind);
            // A round that was never opened may have been given other days since, and people.
            var outcome = erased.FirstOrDefault(one => one.Kind == kind && (window.IsOpened || one.DoneOn >= day));
            var standing = outcome is not null ? ErasureStanding.Done
                : day > today.AddDays(SoonDays) ? ErasureStanding.Planned
                : day > today || WindowErasing.CanBe(window, kind) ? ErasureStanding.Soon
                : ErasureStanding.WaitsForTheSeal;
            return new ErasureRow(kind, day, standing, outcome);
        }),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Fill();
        return Page();
    }

    /// <summary>Sets the days before the round is opened.</summary>
    public async Task<IActionResult> OnPostSetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Window.IsOpened) ModelState.AddModelError("", retention["Problem.Opened"]);
        if (ReadDays() is not { } days) return Page();
        return await SetAsync(days, () => audit.AddAsync(User.StaffId(), Described("retention set", days), Name.ToString(), cancel), cancel);
    }

    /// <summary>Two persons bring a day forward after the opening.</summary>
    public async Task<IActionResult> OnPostEarlierAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (ReadDays() is not { } days || await SignedAsync(cancel) is not { } both) return Page();
        return await SetAsync(days, () => AuditAsync(Described("retention brought forward", days), both, cancel), cancel);
    }

    /// <summary>Two persons erase one kind at once.</summary>
    public async Task<IActionResult> OnPostEraseAsync(ErasureKind kind, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || !Enum.IsDefined(kind)) return NotFound();
        if (PeopleDay is null && TextsDay is null) Fill();
        if (!Window.IsSealed) ModelState.AddModelError("", retention["Problem.NotSealed"]);
        else if (!CanErase(kind)) ModelState.AddModelError("", retention["Problem.Done"]);
        else if (kind == ErasureKind.Contributors && !MayFreeze) ModelState.AddModelError("", retention["Problem.NotYet", RetentionDates.DaysToFreeze]);
        if (!ModelState.IsValid || await SignedAsync(cancel) is not { } both) return Page();
        await AuditAsync($"erasure ordered: {kind}", both, cancel);
        if (kind == ErasureKind.Contributors)
        {
            await erasing.EraseAsync(Window.Id, kind, cancel);
        }
        else
        {
            await Windows.ChangeAsync(Window.Id, window => RetentionDates.BringForward(window, kind, Today), cancel);
            await erasing.RunDueAsync((await Windows.FindAsync(Window.Id, cancel))!, cancel);
        }
        return ToRetention();
    }

    private async Task<IActionResult> SetAsync(RetentionDates days, Func<Task> note, CancellationToken cancel)
    {
        var isSet = false;
        await Windows.ChangeAsync(Window.Id, window => isSet = window.IsOpened == Window.IsOpened && days.TrySet(window, Today), cancel);
        if (!isSet)
        {
            ModelState.AddModelError("", retention["Problem.Opened"]);
            return Page();
        }
        await note();
        return ToRetention();
    }

    private RetentionDates? ReadDays()
    {
        var people = ReadDay(nameof(PeopleDay), PeopleDay, ErasureKind.People);
        var texts = ReadDay(nameof(TextsDay), TextsDay, ErasureKind.Texts);
        return ModelState.IsValid ? new RetentionDates(texts!.Value, people!.Value) : null;
    }

    private DateOnly? ReadDay(string field, string? typed, ErasureKind kind)
    {
        if (!DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            ModelState.AddModelError(field, retention["Problem.NotUnderstood"]);
            return null;
        }
        var problem = RetentionDates.Check(Window, kind, day, Today);
        if (problem == RetentionProblem.None) return day;
        ModelState.AddModelError(field, retention[$"Problem.{problem}", Written(problem is RetentionProblem.TooEarly or RetentionProblem.Past ? Earliest : RetentionDates.Latest(Window, kind))]);
        return null;
    }

    /// <summary>A day as the field takes it, the same in every language.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Fill()
    {
        var days = RetentionDates.Of(Window);
        (PeopleDay, TextsDay) = (Written(days.People), Written(days.Texts));
    }

    private static string Described(string action, RetentionDates days) => $"{action}: participants' data {Written(days.People)}, texts {Written(days.Texts)}";

    private async Task AuditAsync(string action, (StaffId First, StaffId Second) both, CancellationToken cancel)
    {
        await audit.AddAsync(both.First, $"{action}, first person", Name.ToString(), cancel);
        await audit.AddAsync(both.Second, $"{action}, second person", Name.ToString(), cancel);
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.Kind != RoundKind.Written) return false;
        Rows = RowsOf(Window, await book.OfWindowAsync(Window.Id, cancel), Today);
        Kept = await people.KeptAsync(Window.Id, cancel);
        return true;
    }

    private RedirectResult ToRetention() => Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/retention"));
}
