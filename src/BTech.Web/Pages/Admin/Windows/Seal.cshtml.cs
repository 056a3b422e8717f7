using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.Sealing;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>What two persons can sign for at this moment.</summary>
public enum SealAct
{
    None,

    /// <summary>Let the clock seal it.</summary>
    Authorise,

    /// <summary>Seal it now.</summary>
    Now,
}

/// <summary>Closing and sealing the record: who authorised it, how far it is, and the two-person form. No number of contributions, before or after.</summary>
public sealed class SealModel(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, SealAuthorisations authorisations, WindowSealing sealing, WindowClosing closing,
    SealPages seals, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : TwoPersonsPage(windows, assignments, secondPerson, clock, words)
{
    private const int ShortestReason = 20;
    private const int LongestReason = 500;

    public SealAuthorisation? Consent { get; private set; }

    public SealStanding? Standing { get; private set; }

    public IReadOnlyList<SealCheck> RedChecks { get; private set; } = [];

    /// <summary>What a rehearsal found, once asked for.</summary>
    public IReadOnlyList<SealCheck> Rehearsed { get; private set; } = [];

    /// <summary>Until when writing goes on, where the window waits below the floor and gets more time.</summary>
    [BindProperty]
    public MomentForm Closes { get; set; } = new();

    /// <summary>Why two persons open the record although a check is red; kept in the audit.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether a check after the opening is red, and none of those that are never passed over.</summary>
    public bool MayOpenInSpite => !Window.IsSealed && Standing is { FailedStep: 8 } && RedChecks.Count > 0 && RedChecks.All(check => check.CanBeOpenedInSpite);

    public SealAct Act => Window.IsSealed || Standing is { IsBelowTheFloor: true } ? SealAct.None : Now >= Window.SealsAt ? SealAct.Now : Consent is { Stands: true } ? SealAct.None : SealAct.Authorise;

    public bool MayStop => Consent is { Stands: true } && (Consent.First == User.StaffId() || Consent.Second == User.StaffId());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || !MayStop) return NotFound();
        await authorisations.StopAsync(Window.Id, User.StaffId(), cancel);
        return ToSeal();
    }

    public async Task<IActionResult> OnPostAuthoriseAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Act != SealAct.Authorise) return ToSeal();
        if (await SignedAsync(cancel) is not { } both) return Page();
        await authorisations.AuthoriseAsync(Window.Id, both.First, both.Second, cancel);
        return ToSeal();
    }

    public async Task<IActionResult> OnPostNowAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Window.IsSealed) return ToSeal();
        if (Act != SealAct.Now) ModelState.AddModelError("", Words["Seal.NotDue"]);
        if (!ModelState.IsValid || await SignedAsync(cancel) is not { } both) return Page();
        var outcome = await sealing.SealAsync(Window.Id, both.First, both.Second, cancel);
        await AuditAsync($"seal ordered: {outcome.Status}", both, cancel);
        if (outcome.IsSealed) return ToSeal();
        await ShowAsync(outcome, cancel);
        return Page();
    }

    /// <summary>Rehearses the seal; nothing changes.</summary>
    public async Task<IActionResult> OnPostRehearseAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        Rehearsed = await sealing.RehearseAsync(Window.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Standing is not { IsBelowTheFloor: true }) return ToSeal();
        if (Closes.Read(nameof(Closes), Window.Zone, ModelState, Words) is { } closes)
        {
            if (closes <= Now) ModelState.AddModelError("Closes.Date", Words["Seal.Floor.Later"]);
            else if (await Windows.OverlappedAsync(Window.ConsultationId, Window.Id, Window.OpensAt, closes, cancel) is { } other) WindowDates.AddOverlap("Closes.Date", other, ModelState, Words);
        }
        if (!ModelState.IsValid || await SignedAsync(cancel) is not { } both) return Page();
        closes = Closes.Read(nameof(Closes), Window.Zone, ModelState, Words)!.Value;
        var saving = await closing.ExtendBelowTheFloorAsync(Window.Id, closes, both.First, both.Second, cancel);
        if (saving == RoundSaving.Overlaps)
        {
            // Another round was given that time since it was looked up.
            WindowDates.AddOverlap("Closes.Date", await Windows.OverlappedAsync(Window.ConsultationId, Window.Id, Window.OpensAt, closes, cancel), ModelState, Words);
            return Page();
        }
        if (saving != RoundSaving.Saved) return ToSeal();
        await AuditAsync("window extended below the floor", both, cancel);
        return ToWindow();
    }

    public async Task<IActionResult> OnPostAgreedAsync(CancellationToken cancel) =>
        await DecideAsync("those who agreed opened", both => sealing.OpenThoseWhoAgreedAsync(Window.Id, both.First, both.Second, cancel), cancel);

    public async Task<IActionResult> OnPostDestroyAsync(CancellationToken cancel) =>
        await DecideAsync("window destroyed unread", both => sealing.DestroyUnreadAsync(Window.Id, both.First, both.Second, cancel), cancel);

    public async Task<IActionResult> OnPostInSpiteAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (!MayOpenInSpite) return ToSeal();
        var reason = Reason?.Trim() ?? "";
        if (reason.Length is < ShortestReason or > LongestReason) ModelState.AddModelError(nameof(Reason), Words["Seal.InSpite.ReasonWrong", ShortestReason, LongestReason]);
        if (await SignedAsync(cancel) is not { } both) return Page();
        var outcome = await sealing.OpenInSpiteAsync(Window.Id, both.First, both.Second, cancel);
        await AuditAsync($"record opened in spite of a red check: {outcome.Status}: {reason}", both, cancel);
        if (outcome.IsSealed) return ToSeal();
        await ShowAsync(outcome, cancel);
        return Page();
    }

    private async Task<IActionResult> DecideAsync(string action, Func<(StaffId First, StaffId Second), Task<SealOutcome>> decide, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel)) return NotFound();
        if (Standing is not { IsBelowTheFloor: true }) return ToSeal();
        if (await SignedAsync(cancel) is not { } both) return Page();
        var outcome = await decide(both);
        await AuditAsync($"{action}: {outcome.Status}", both, cancel);
        if (outcome.IsSealed) return ToSeal();
        await ShowAsync(outcome, cancel);
        return Page();
    }

    private async Task ShowAsync(SealOutcome outcome, CancellationToken cancel)
    {
        RedChecks = [.. (outcome.Checks ?? []).Where(check => check.Outcome == CheckOutcome.Failed)];
        ModelState.AddModelError(RedChecks.Count > 0 ? "red" : "", Words[$"Seal.Outcome.{outcome.Status}"]);
        Standing = await seals.StandingAsync(Window.Id, cancel);
        OfferMoreTime();
    }

    private async Task AuditAsync(string action, (StaffId First, StaffId Second) both, CancellationToken cancel)
    {
        await audit.AddAsync(both.First, $"{action}, first person", Name.ToString(), cancel);
        await audit.AddAsync(both.Second, $"{action}, second person", Name.ToString(), cancel);
    }

    private void OfferMoreTime()
    {
        if (Standing is { IsBelowTheFloor: true } && Closes.Date is null) Closes = MomentForm.At(Now.AddDays(14), Window.Zone, Words);
    }

    private RedirectResult ToSeal() => Redirect(Url.Content($"~/admin/windows/{Slug}/{Number}/seal"));

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window is not { Kind: RoundKind.Written, IsOpened: true }) return false;
        Consent = await authorisations.FindAsync(Window.Id, cancel);
        Standing = await seals.StandingAsync(Window.Id, cancel);
        RedChecks = Window.IsSealed || Standing.FailedStep is null ? [] : [.. (await seals.RedAsync(Window.Id, cancel)).Where(check => check.Step == Standing.FailedStep)];
        OfferMoreTime();
        return true;
    }
}
