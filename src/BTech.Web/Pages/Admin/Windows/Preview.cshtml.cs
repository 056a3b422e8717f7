using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Record.Boxes;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Pages.Participate;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>
/// The participants' pages of a round as somebody made up would see them while people can write, after sending, after closing and after the seal:
/// before the round opens, and at any time after.
/// It is a door to nothing: no invitation, tag, box or key is behind it, and whatever is posted comes back as it was typed.
/// </summary>
[IgnoreAntiforgeryToken] // Nothing that is posted here does anything, and the page of a link has forms without a token.
public sealed class PreviewModel(CommentWindows windows, Assignments assignments, ParticipantStage stage, IStringLocalizer<Rounds> words, TimeProvider clock)
    : WindowPage(windows, assignments, clock)
{
    private const string Personal = "personal";
    private const string Organisation = "organisation";

    /// <summary>The moment that is shown.</summary>
    [FromRoute]
    public PreviewMoment Moment { get; set; }

    /// <summary>The page's address below <c>participate</c>.</summary>
    [FromRoute]
    public string? Address { get; set; }

    /// <summary>Label of the group as whose member one looks; the first where there is no such.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>The kind of link that was followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(string? form, CancellationToken cancel)
    {
        if (!await BeginAsync(cancel)) return NotFound();
        var language = CurrentLanguage.Of(HttpContext);
        var visit = Visit.MadeUp(Window, Group ?? string.Empty, Link == Organisation, Now, Moment, new PieceText(words["Preview.Text"], language.Code));
        return await stage.ShowAsync(PageContext, Address ?? string.Empty, visit, Banner(), form, cancel) ?? NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await BeginAsync(cancel)) return NotFound();
        var kept = KeptWords.Answer(HttpContext, "Preview", StatusCodes.Status409Conflict);
        kept.ViewData[PreviewBanner.Key] = Banner() with { AsksForWhom = false };
        return kept;
    }

    private async Task<bool> BeginAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Window.Kind != RoundKind.Written) return false;
        var groups = Window.Consultation.Groups.OrderBy(group => group.Order).Select(group => group.Label).ToList();
        Group = groups.Find(label => label == Group) ?? groups.FirstOrDefault();
        Link = Link == Organisation || Window.Counts == Counting.Organisations ? Organisation : Personal;
        PreviewLinks.Use(Url, $"~/admin/windows/{Slug}/{Number}/preview/{Slice(Moment)}");
        return true;
    }

    /// <summary>The moment as its part of an address.</summary>
    public static string Slice(PreviewMoment moment) => moment.ToString().ToLowerInvariant();

    private PreviewBanner Banner() => new(
        $"~/admin/windows/{Slug}/{Number}", Moment, Address is "link" or "rule" or "you" or "on-record", Group, Link,
        Address?.Split('/') is ["focus-areas", var area] ? Window.Consultation.FocusAreas.Find(known => area == known.Number.ToString(CultureInfo.InvariantCulture))?.Number : null,
        [.. Window.Consultation.Groups.OrderBy(group => group.Order).Select(group => new Choice(group.Label, group.Name.In(CurrentLanguage.Of(HttpContext)).Text))],
        Window.Counts == Counting.Organisations ? [new Choice(Organisation, words["Preview.Organisation"])]
            : [new Choice(Personal, words["Preview.Personal"]), new Choice(Organisation, words["Preview.Organisation"])]);
}
