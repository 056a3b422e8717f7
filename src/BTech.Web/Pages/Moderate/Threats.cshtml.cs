using BTech.Agenda.Windows;
using BTech.Record.Inputs;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// Threats and signs of danger in a sealed round, with what the team has agreed to do about them. Who reads inputs sees that there are some; the words
/// are opened one by one by the second person, who passes them on. Each opening is a line in the audit.
/// </summary>
public sealed class ThreatsModel(ReadersDesk desk, Threats threats, IStringLocalizer<Words.Moderate> words, IStringLocalizer<Words.Reviewing> reviewing) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<Threat> Listed { get; private set; } = [];

    /// <summary>Whether the reader may open the words.</summary>
    public bool MayOpen { get; private set; }

    /// <summary>The threat that was opened.</summary>
    public Guid? Opened { get; private set; }

    public string OpenedLanguage { get; private set; } = "";

    public IReadOnlyList<string> Passages { get; private set; } = [];

    /// <summary>The threat that a form is about.</summary>
    [BindProperty]
    public Guid Threat { get; set; }

    /// <summary>The threat of which it is being noted that it was passed on.</summary>
    [FromQuery(Name = "on")]
    public Guid? PassesOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? await ShowAsync(cancel) : NotFound();

    /// <summary>Opens the words of one. Written into the audit here, because what comes back is a page with them and no way on.</summary>
    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostOpenAsync(string slug, int number, [FromServices] BTech.Team.Audit.AuditTrail audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(audit);
        if (!await OpenAsync(slug, number, cancel) || !MayOpen) return NotFound();
        if (await threats.ReadAsync(Window.Id, Threat, cancel) is not { } read) return new NothingDone(Here);
        // The line first: words that were read have left a trace, whatever happens to the page.
        await audit.AddAsync(User.StaffId(), "words of a threat opened", desk.Opened, CancellationToken.None);
        (Opened, OpenedLanguage, Passages) = (Threat, read.Language, read.Passages);
        return await ShowAsync(cancel);
    }

    [Audited("threat passed on to the security colleagues")]
    public async Task<IActionResult> OnPostHandOverAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || !MayOpen) return NotFound();
        switch (await threats.HandOverAsync(Window.Id, Threat, Note, User.StaffId(), cancel))
        {
            case ReviewResult.Done: return Redirect(Here);
            case ReviewResult.NotThere: return new NothingDone(Here);
            default:
                ModelState.AddModelError(nameof(Note), reviewing["Threats.NoteMissing"]);
                PassesOn = Threat;
                return await ShowAsync(cancel);
        }
    }

    [Audited("passing on of a threat taken back")]
    public async Task<IActionResult> OnPostTakeBackAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel) || !MayOpen) return NotFound();
        return await threats.TakeBackAsync(Window.Id, Threat, cancel) ? Redirect(Here) : new NothingDone(Here);
    }

    /// <summary>What a threat is called: its kind and place.</summary>
    public string Name(Threat threat)
    {
        ArgumentNullException.ThrowIfNull(threat);
        var kind = words["Kind." + threat.Kind].Value;
        return threat.FocusAreaNumber is { } area ? words["Input.NameArea", kind, area] : words["Input.NameOverall", kind];
    }

    private string Here => Url.Content($"~/moderate/windows/{Window.Consultation.Slug}/{Window.Number}/threats");

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator, StaffRole.Clearance) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        MayOpen = await desk.HoldsAsync(User, StaffRole.Clearance, window.Id, cancel);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Listed = await threats.OfWindowAsync(Window.Id, cancel);
        return Page();
    }
}
