using BTech.Agenda.Comparing;
using BTech.Agenda.Windows;
using BTech.Record.Inputs;
using BTech.Record.Similarity;
using BTech.Team.Roles;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Near duplicates and campaigns of a round: what the machine proposes, and what a person decides of it.</summary>
public sealed class AlikeModel(ReadersDesk desk, AlikeTexts alike, IStringLocalizer<Words.Alike> words) : PageModel
{
    /// <summary>So many groups stand on one page.</summary>
    private const int PageLength = 25;
    private const int Heading = 60;

    /// <summary>So many wordings of one group are shown, and can be left out one by one.</summary>
    public const int MostVariants = 20;

    public CommentWindow Window { get; private set; } = null!;

    public AlikeOverview Overview { get; private set; } = null!;

    /// <summary>Page of the proposals, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? Asked { get; set; }

    public int At { get; private set; } = 1;

    public IReadOnlyList<AlikeProposal> Proposed => [.. Overview.Proposed.Skip((At - 1) * PageLength).Take(PageLength)];

    public bool HasNext => Overview.Proposed.Count > At * PageLength;

    /// <summary>The proposal or group that a form means.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>How many texts it had when the page was shown.</summary>
    [BindProperty]
    public int Texts { get; set; }

    /// <summary>The wordings that could be ticked.</summary>
    [BindProperty]
    public List<Guid> Offered { get; set; } = [];

    /// <summary>Those that were.</summary>
    [BindProperty]
    public List<Guid> Ticked { get; set; } = [];

    /// <summary>The one wording that is taken out or put in.</summary>
    [BindProperty]
    public Guid Variant { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel) =>
        await OpenAsync(slug, number, cancel) ? await ShowAsync(cancel) : NotFound();

    [Audited("alike texts confirmed as one")]
    public Task<IActionResult> OnPostConfirmAsync(string slug, int number, CancellationToken cancel) =>
        DecideAsync(slug, number, () => alike.ConfirmAsync(Window.Id, Key, Texts, [.. Offered.Except(Ticked)], User.StaffId(), cancel), cancel);

    [Audited("alike texts said not to be one")]
    public Task<IActionResult> OnPostRejectAsync(string slug, int number, CancellationToken cancel) =>
        DecideAsync(slug, number, () => alike.RejectAsync(Window.Id, Key, Texts, User.StaffId(), cancel), cancel);

    [Audited("text taken out of alike texts")]
    public Task<IActionResult> OnPostTakeOutAsync(string slug, int number, CancellationToken cancel) =>
        DecideAsync(slug, number, () => alike.TakeOutAsync(Window.Id, Key, Variant, cancel), cancel);

    [Audited("text put into alike texts")]
    public Task<IActionResult> OnPostPutInAsync(string slug, int number, CancellationToken cancel) =>
        DecideAsync(slug, number, () => alike.PutInAsync(Window.Id, Key, Variant, cancel), cancel);

    [Audited("decision on alike texts taken back")]
    public Task<IActionResult> OnPostDissolveAsync(string slug, int number, CancellationToken cancel) =>
        DecideAsync(slug, number, () => alike.DissolveAsync(Window.Id, Key, cancel), cancel);

    /// <summary>A wording beside the most frequent one, with what differs.</summary>
    public static IReadOnlyList<WordRun> Differences(AlikeVariant first, AlikeVariant other)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(other);
        return WordChanges.Between(first.Text.Read(), other.Text.Read());
    }

    /// <summary>The first words, by which a group is called.</summary>
    public static string Beginning(MaskedText text) => InputsModel.Beginning(text, Heading);

    private async Task<IActionResult> DecideAsync(string slug, int number, Func<Task<AlikeResult>> decide, CancellationToken cancel)
    {
        if (!await OpenAsync(slug, number, cancel)) return NotFound();
        var result = ModelState.IsValid ? await decide() : AlikeResult.Changed;
        if (result == AlikeResult.Done) return RedirectToPage(new { slug = Window.Consultation.Slug, number = Window.Number });
        ModelState.Clear();
        ModelState.AddModelError("", words[result == AlikeResult.TooFew ? "TooFew" : "Changed"]);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Overview = await alike.OfWindowAsync(Window.Id, cancel);
        var pages = Math.Max(1, (Overview.Proposed.Count + PageLength - 1) / PageLength);
        // An address that cannot be read is the first page.
        At = int.TryParse(Asked, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        return Page();
    }

    private async Task<bool> OpenAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        return true;
    }
}
