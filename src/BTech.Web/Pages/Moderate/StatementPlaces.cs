using BTech.Languages;
using BTech.Record.Reports;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Where a new statement may go, as a field offers it and as it comes back.</summary>
internal static class StatementPlaces
{
    public const string NewParagraph = "paragraph";

    public const string NewList = "list";

    public const string NewViews = "views";

    public static IEnumerable<SelectListItem> Items(Section section, IStringLocalizer<Words.Moderate> words) =>
    [
        new SelectListItem(words["Place.NewParagraph"], NewParagraph),
        new SelectListItem(words["Place.NewList"], NewList),
        new SelectListItem(words["Place.NewViews"], NewViews),
        .. section.Blocks.OrderBy(block => block.Order).Select(block => new SelectListItem(
            words[block.Kind switch { BlockKind.Bullets => "Place.List", BlockKind.Views => "Place.Views", _ => "Place.Paragraph" }, block.Order, Beginning(block)], block.Id.ToString("D"))),
    ];

    public static StatementPlace Read(Section section, string? chosen, string? introduction) =>
        Guid.TryParse(chosen, out var block) ? new StatementPlace(section.Id, block)
        : new StatementPlace(section.Id, null, chosen switch { NewList => BlockKind.Bullets, NewViews => BlockKind.Views, _ => BlockKind.Paragraph }, introduction);

    public static string Beginning(Block block)
    {
        var text = InlineText.Plain(block.Introduction ?? block.Statements.OrderBy(statement => statement.Order).FirstOrDefault()?.Text ?? "");
        return CodePoints.Count(text) <= 50 ? text : CodePoints.Slice(text, 0, 50) + "…";
    }
}
