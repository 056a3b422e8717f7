using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.People.OnRecord;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>The submissions on the record of one sealed round: read in full, published together, one taken down at once if it must be.</summary>
public sealed class AnnexModel(CommentWindows windows, Assignments assignments, SubmissionBook book, AuditTrail audit, TimeProvider clock, IStringLocalizer<Words.OnRecord> words) : PageModel
{
    private readonly InlineValidator<AnnexModel> _rules = new()
    {
        page => page.RuleFor(p => p.IsRead).Equal(true).WithMessage(_ => words["Officer.NotRead"]),
    };

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>"I have read all of them."</summary>
    [BindProperty]
    public bool IsRead { get; set; }

    public CommentWindow Window { get; private set; } = null!;

    public IReadOnlyList<HandedIn> HandedIn { get; private set; } = [];

    /// <summary>Whether something waits for being published.</summary>
    public bool HasUnpublished => HandedIn.Any(submission => submission.Number is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!this.Validates(_rules)) return Page();
        if (await book.PublishAsync(Window.Id, cancel) > 0) await audit.AddAsync(User.StaffId(), "submissions on the record published", $"{Slug}/{Number}", cancel);
        return Again();
    }

    public Task<IActionResult> OnPostTakeDownAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, isDown: true, cancel);

    public Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, isDown: false, cancel);

    private async Task<IActionResult> SwitchAsync(Guid id, bool isDown, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !await book.TakeDownAsync(Window.Id, id, isDown, cancel)) return NotFound();
        var number = HandedIn.Single(submission => submission.Id == id).Number is { } published ? FormattableString.Invariant($" · {published}") : "";
        await audit.AddAsync(User.StaffId(), isDown ? "submission on the record taken down" : "submission on the record put back", $"{Slug}/{Number}{number}", cancel);
        return Again();
    }

    private RedirectResult Again() => Redirect(Url.Content(FormattableString.Invariant($"~/admin/submissions/{Slug}/{Number}")));

    // Before the seal a submission would say who has been here.
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await windows.FindAsync(new WindowName(Slug, Number), cancel) is not { Kind: RoundKind.Written } window) return false;
        if (!await assignments.HoldsAsync(User.StaffId(), StaffRole.Offers, window.Id, cancel)) return false;
        if (window.StateAt(clock.GetUtcNow()) is not (WindowState.Sealed or WindowState.Reported)) return false;
        (Window, HandedIn) = (window, await book.ForWindowAsync(window.Id, cancel));
        return true;
    }
}
