using BTech.Agenda.Comparing;
using BTech.Agenda.Papers;
using BTech.Agenda.Windows;
using BTech.Languages;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Pages.Admin.Consultations;
using BTech.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>
/// Where a sealed round's comments on paragraphs stand in the newest version of the paper: doubtful ones first, to be confirmed or corrected; then
/// those whose text was deleted; then the others. For moderators of the round.
/// </summary>
public sealed class AnchorsModel(
    ReadersDesk desk, CarriedComments carried, CommentedParagraphs commented, PaperChanges changes, AuditTrail audit, IStringLocalizer<Words.Papers> words) : PageModel
{
    public CommentWindow Window { get; private set; } = null!;

    /// <summary>The round's version and the newest one; nothing while there is no newer one.</summary>
    public PaperComparison? Comparison { get; private set; }

    /// <summary>Whether the newest version follows the round's own: then doubts are decided here.</summary>
    public bool IsNext { get; private set; }

    public IReadOnlyList<(CommentedParagraph Commented, CarriedAnchor Anchor)> Doubtful { get; private set; } = [];

    public IReadOnlyList<(CommentedParagraph Commented, CarriedAnchor Anchor)> Deleted { get; private set; } = [];

    public IReadOnlyList<(CommentedParagraph Commented, CarriedAnchor Anchor)> Others { get; private set; } = [];

    public bool HasComments => Doubtful.Count + Deleted.Count + Others.Count > 0;

    /// <summary>One for each doubtful paragraph.</summary>
    [BindProperty]
    public List<AnchorLine> Lines { get; set; } = [];

    /// <summary>The newest version and its corrections as they were when the form was made.</summary>
    [BindProperty]
    public Guid VersionId { get; set; }

    [BindProperty]
    public int Corrections { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        Lines = [.. Doubtful.Select(one => new AnchorLine { Number = one.Anchor.Number, Now = string.Join(", ", one.Anchor.Now) })];
        if (Comparison is { } comparison) (VersionId, Corrections) = (comparison.New.Id, comparison.New.Corrections);
        return Page();
    }

    [Audited(AuditedAttribute.ByItself)]
    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken cancel)
    {
        if (!await FindAsync(slug, number, cancel)) return NotFound();
        // A version was added or taken back since the form was made: what was typed is given back.
        if (Comparison is not { } comparison || !IsNext || comparison.New.Id != VersionId) return new KeptText();
        Lines = [.. Lines.Where(line => comparison.Old.Paragraphs.Exists(paragraph => paragraph.Number == line.Number))];
        var decisions = Lines.Select((line, at) => Read(comparison, line, at)).ToList();
        if (ModelState.IsValid && await changes.DecideAsync(VersionId, Corrections, decisions, cancel))
        {
            await audit.AddAsync(User.StaffId(), $"paper version {comparison.New.Number}: changes decided", slug, cancel);
            return Redirect(Url.Content($"~/moderate/windows/{slug}/{number}/paper"));
        }
        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", words["Changes.Meanwhile"]);
            if (!await FindAsync(slug, number, cancel) || Comparison is null) return new KeptText();
        }
        Corrections = Comparison.New.Corrections;
        return Page();
    }

    /// <summary>What became of a line's paragraph, for a form that is shown again.</summary>
    public CarriedAnchor About(AnchorLine line) => CarriedAnchor.Of(Comparison!).First(anchor => anchor.Number == line.Number);

    /// <summary>How much was said about a line's paragraph.</summary>
    public CommentedParagraph? On(AnchorLine line) => Doubtful.Concat(Deleted).Concat(Others).FirstOrDefault(one => one.Anchor.Number == line.Number).Commented;

    private Decision Read(PaperComparison comparison, AnchorLine line, int at)
    {
        var (numbers, wrong) = ParagraphNumbers.Read(line.Now);
        wrong ??= numbers.Where(number => !comparison.New.Paragraphs.Exists(paragraph => paragraph.Number == number)).Select(number => $"{number}").FirstOrDefault();
        if (wrong is not null) ModelState.AddModelError($"Lines[{at}].Now", words["Changes.NoParagraph", comparison.New.Number, wrong]);
        return new Decision(
            comparison.Old.Paragraphs.Single(paragraph => paragraph.Number == line.Number).Id, IsNewer: false,
            [.. comparison.New.Paragraphs.Where(paragraph => paragraph.Number is { } number && numbers.Contains(number)).Select(paragraph => paragraph.Id)], LocalizedText.Empty);
    }

    private async Task<bool> FindAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { Kind: RoundKind.Written } window) return false;
        Window = window;
        if (await carried.FindAsync(window, cancel) is not { } found) return true;
        (Comparison, IsNext) = found;
        var anchors = CarriedAnchor.Of(Comparison).ToDictionary(anchor => anchor.Number);
        var all = (await commented.ListAsync(window.Id, cancel)).Select(one => (one, anchors[one.Number])).ToList();
        Doubtful = [.. all.Where(one => one.Item2.IsDoubtful)];
        Deleted = [.. all.Where(one => !one.Item2.IsDoubtful && one.Item2.IsDeleted)];
        Others = [.. all.Where(one => !one.Item2.IsDoubtful && !one.Item2.IsDeleted)];
        return true;
    }
}
