using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.People.Invitations;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Team.TwoPersons;
using BTech.Web.Crossings;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// Two persons open a window and authorise, before anybody has written, that the clock may seal it. They decide what becomes of the comments
/// if the disk with the keys is lost: either the key is printed in two halves, which are typed back before the window opens, or they accept
/// that everything is lost with it.
/// </summary>
public sealed class OpenModel(
    CommentWindows windows, Assignments assignments, SecondPerson secondPerson, WindowOpening opening, SealAuthorisations authorisations,
    InvitedFigures invited, AuditTrail audit, IDataProtectionProvider protection, TimeProvider clock, IStringLocalizer<Words.Admin> words)
    : TwoPersonsPage(windows, assignments, secondPerson, clock, words)
{
    private const string InHalves = "halves";
    private const string Accepted = "accepted";

    private readonly SignedOpening _signed = new(protection, clock);

    public IReadOnlyList<OpeningObstacle> Obstacles { get; private set; } = [];

    public int Invited { get; private set; }

    /// <summary>What becomes of the comments if the keys are lost.</summary>
    [BindProperty]
    public string? KeyLoss { get; set; }

    public IReadOnlyList<Choice> KeyLossChoices => [new(InHalves, Words["Open.Key.Halves"]), new(Accepted, Words["Open.Key.Accepted"])];

    /// <summary>The halves, once, for printing.</summary>
    public KeyHalves? Halves { get; private set; }

    /// <summary>The first half as a custodian typed it.</summary>
    [BindProperty]
    public string? FirstHalf { get; set; }

    /// <summary>The second half.</summary>
    [BindProperty]
    public string? SecondHalf { get; set; }

    /// <summary>Both signatures, while the halves are typed back.</summary>
    [BindProperty]
    public string? Signatures { get; set; }

    /// <summary>Whether the custodians are to type their halves now.</summary>
    public bool IsTyping { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await CountAsync(cancel);
        Obstacles = await opening.ObstaclesAsync(Window.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await CountAsync(cancel);
        if (KeyLoss is not (InHalves or Accepted)) ModelState.AddModelError(nameof(KeyLoss), Words["Open.Key.Missing"]);
        if (await SignedAsync(cancel) is not { } both) return Page();
        if (KeyLoss == Accepted) return await OpenAsync(both, "loss of the keys accepted", cancel);
        (Halves, Obstacles) = await opening.HalveAsync(Window.Id, cancel);
        if (Obstacles.Count > 0) return Refuse();
        Signatures = _signed.Seal(Window.Id, both);
        ModelState.Remove(nameof(Signatures));
        IsTyping = true;
        return Page();
    }

    /// <summary>The custodians have typed their halves: if they make the key, the window opens.</summary>
    public async Task<IActionResult> OnPostTypedAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await CountAsync(cancel);
        if (_signed.Open(Signatures, Window.Id, User.StaffId()) is not { } both)
        {
            ModelState.AddModelError("", Words["Open.Key.SignAgain"]);
            return Page();
        }
        IsTyping = true;
        foreach (var (name, half) in new[] { (nameof(FirstHalf), FirstHalf), (nameof(SecondHalf), SecondHalf) })
            if (!KeyHalves.IsWhole(half)) ModelState.AddModelError(name, Words["Open.Key.Slip"]);
        if (ModelState.IsValid && !opening.HalvesFit(Window.Id, FirstHalf, SecondHalf)) ModelState.AddModelError(nameof(SecondHalf), Words["Open.Key.NotTogether"]);
        return ModelState.IsValid ? await OpenAsync(both, "key in two halves", cancel) : Page();
    }

    private async Task<IActionResult> OpenAsync((StaffId First, StaffId Second) both, string keys, CancellationToken cancel)
    {
        Obstacles = await opening.OpenAsync(Window.Id, both.First, both.Second, cancel);
        if (Obstacles.Count > 0) return Refuse();
        await authorisations.AuthoriseAsync(Window.Id, both.First, both.Second, cancel);
        await audit.AddAsync(both.First, $"window opened, {keys}, first person", Name.ToString(), cancel);
        await audit.AddAsync(both.Second, $"window opened, {keys}, second person", Name.ToString(), cancel);
        return ToWindow();
    }

    private PageResult Refuse()
    {
        foreach (var obstacle in Obstacles) ModelState.AddModelError("obstacles", Words[$"Obstacle.{obstacle}"]);
        return Page();
    }

    private async Task CountAsync(CancellationToken cancel) =>
        Invited = (await invited.AllAsync(Window.Id, cancel)).Sum(group => group.Invited);
}
