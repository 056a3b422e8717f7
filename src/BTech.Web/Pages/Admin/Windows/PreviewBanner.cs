using BTech.Web.Design;
using BTech.Web.Pages.Participate;

namespace BTech.Web.Pages.Admin.Windows;

/// <summary>What stands above every page of a preview: that it is one, the way back, and as whom the page is seen.</summary>
/// <param name="Round">The round's address in the administrators' area, without a language.</param>
/// <param name="Moment">The moment that is shown.</param>
/// <param name="AsksForWhom">Whether the page differs by group and kind of link, so that both can be chosen on it.</param>
/// <param name="Group">Label of the group.</param>
/// <param name="Link">The kind of link.</param>
/// <param name="FocusArea">Number of the focus area that is shown; its buttons for examples and dilemmas save first, so the banner leads there.</param>
/// <param name="Groups">The groups to choose from.</param>
/// <param name="Links">The kinds of link to choose from.</param>
public sealed record PreviewBanner(string Round, PreviewMoment Moment, bool AsksForWhom, string? Group, string? Link, int? FocusArea, IReadOnlyList<Choice> Groups, IReadOnlyList<Choice> Links)
{
    /// <summary>Under which the layout finds it among the view's data.</summary>
    public const string Key = "Preview";
}
