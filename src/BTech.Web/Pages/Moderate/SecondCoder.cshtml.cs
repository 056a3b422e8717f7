using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Record.SecondCoding;
using BTech.Team.Accounts;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Second coders of a round: who codes which sample blind, how far they have come, and the way to what came of it.</summary>
public sealed class SecondCoderModel(ReadersDesk desk, SecondReadings readings, StaffAccounts accounts, Assignments assignments, IStringLocalizer<Words.SecondCoding> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<ListedReading> Readings { get; private set; } = [];

    /// <summary>The next input that the reader has to code blind.</summary>
    public Guid? Next { get; private set; }

    /// <summary>Who may be asked: the project team of this round.</summary>
    public IReadOnlyList<StaffMember> Team { get; private set; } = [];

    public IEnumerable<Choice> Coders => Team.Select(member => new Choice(member.Id.ToString(), member.Id == User.StaffId() ? words["Open.Yourself"] : member.Email));

    public IEnumerable<Choice> Shares => Enum.GetValues<SampleShare>().Select(share => new Choice(share.ToString(), words[$"Share.{share}"]));

    [BindProperty]
    public Guid? Coder { get; set; }

    [BindProperty]
    public SampleShare? Share { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        Share = SampleShare.Fifth;
        await ReadTeamAsync(cancel);
        return await ShowAsync(cancel);
    }

    [Audited("second coder asked")]
    public async Task<IActionResult> OnPostOpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        ModelState.Clear();
        await ReadTeamAsync(cancel);
        if (Team.FirstOrDefault(member => member.Id.Value == Coder) is not { } member) ModelState.AddModelError(nameof(Coder), words["Open.CoderMissing"]);
        else if (Share is not { } share || !Enum.IsDefined(share)) ModelState.AddModelError(nameof(Share), words["Open.ShareMissing"]);
        else if (await readings.OpenAsync(Window.Id, member.Id, share, cancel) is OpenedReading.Done) return Back();
        else ModelState.AddModelError(nameof(Coder), words["Open.Nothing"]);
        return await ShowAsync(cancel);
    }

    [Audited("second coder's task taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, int number, Guid reading, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        return await readings.TakeBackAsync(Window.Id, reading, cancel) ? Back() : new NothingDone(Url.Content(Here));
    }

    [Audited("inputs coded a second time")]
    public async Task<IActionResult> OnPostDoneAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        return await readings.FinishAllAsync(User.StaffId(), Window.Id, cancel) ? Back() : new NothingDone(Url.Content(Here));
    }

    /// <summary>Who it is; somebody who works here no more has no address.</summary>
    public string Who(StaffId staff) => staff == User.StaffId() ? words["You"] : Team.FirstOrDefault(member => member.Id == staff)?.Email ?? words["Gone"];

    private string Here => $"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/second-coder";

    private RedirectResult Back() => Redirect(Url.Content(Here));

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Readings = await readings.ListAsync(Window.Id, cancel);
        Next = await readings.NextAsync(User.StaffId(), Window.Id, null, cancel);
        return Page();
    }

    private async Task ReadTeamAsync(CancellationToken cancel)
    {
        var holders = await assignments.HoldersAsync(StaffRole.Moderator, Window.Id, cancel);
        Team = [.. (await accounts.AllAsync(cancel)).Where(member => holders.Contains(member.Id))];
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        return true;
    }
}
