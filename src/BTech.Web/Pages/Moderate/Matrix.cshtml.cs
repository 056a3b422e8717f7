using System.Globalization;
using BTech.Agenda.Windows;
using BTech.Record.Disclosure;
using BTech.Record.Inputs;
using BTech.Record.Matrix;
using BTech.Record.SecondCoding;
using BTech.Team.Roles;
using BTech.Web.Design;
using BTech.Web.Settings;
using BTech.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Themes by focus area, by group and by stance, and how much is coded: for the project team exactly, or as everybody would be told.</summary>
public sealed class MatrixModel(ReadersDesk desk, CodingMatrices matrices, SecondReadings readings, IStringLocalizer<Words.Matrix> words, IStringLocalizer<Words.Moderate> terms) : PageModel
{
    private const string PublicView = "public";

    public CommentWindow Window { get; private set; } = null!;

    public CodingMatrix Matrix { get; private set; } = null!;

    /// <summary>Whether the reader still codes inputs of this round blind: of an area with few inputs the figures would say what was given to one of them.</summary>
    public bool IsBlind { get; private set; }

    /// <summary>How the numbers are shown: <c>public</c> for bands, anything else for the team's.</summary>
    [FromQuery(Name = "view")]
    public string? Shown { get; set; }

    public bool IsPublic => Shown == PublicView;

    /// <summary>Whether any theme was given to imported texts.</summary>
    public bool HasImports => Matrix.Themes.Any(line => line.Imported.Number > 0);

    public IReadOnlyList<string> Areas => [.. Matrix.Areas.Select(AreaName)];

    public IReadOnlyList<string> Groups => [.. Matrix.Groups.Select(label => GroupNames.Of(Window, label, CurrentLanguage.Of(HttpContext))), words["Groups.Rest"]];

    /// <summary>Support, concern and nuance of each theme.</summary>
    public BarChart Stances => new(
        words["Stances.Title"], words["Stances.Finding", MostRaised], words["Theme"], [terms["Stance.Support"], terms["Stance.Concern"], terms["Stance.Nuance"]],
        [.. Matrix.Themes.OrderByDescending(Length).Select(line => Bar(line.Theme.Name, [line.Support, line.Concern, line.Nuance]))]);

    /// <summary>How much of each area is coded; the team's own business, so it has no view for the public.</summary>
    public BarChart Progress => new(
        words["Progress.Title"], words["Progress.Finding", Written(Coded(Coverage.Together(Matrix.Progress))), Coverage.Together(Matrix.Progress).Inputs], words["Progress.Area"],
        [words["Progress.Coded"], words["Progress.Left"]],
        [.. Matrix.Progress.Select(area => new BarChart.Bar(AreaName(area.FocusAreaNumber), [Coded(area), area.Uncoded.Number], [Written(Coded(area)), area.Uncoded.ToString()]))]);

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancel)
    {
        if (await desk.WindowAsync(User, slug, number, cancel, StaffRole.Moderator) is not { } window) return NotFound();
        Window = window;
        IsBlind = await readings.IsAnythingBlindAsync(User.StaffId(), window.Id, cancel);
        if (!IsBlind) Matrix = await matrices.OfAsync(window.Id, cancel);
        return Page();
    }

    /// <summary>A cell in words, for whom the page is shown.</summary>
    public string Of(MatrixCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.IsHidden ? words["Hidden"] : IsPublic ? words["Band." + cell.Public] : cell.Team!.ToString();
    }

    // As the reader sees it: in bands more themes are level.
    private string MostRaised => string.Join(", ", Matrix.Themes.Where(line => Length(line) == Matrix.Themes.Max(Length)).Select(line => line.Theme.Name));

    private BarChart.Bar Bar(string name, IReadOnlyList<MatrixCell> cells) => new(name, [.. cells.Select(Length)], [.. cells.Select(Of)]);

    private int Length(ThemeLine line) => Length(line.Contributors);

    // A band is drawn as long as the fewest whom it may mean.
    private int Length(MatrixCell cell) => !IsPublic ? cell.Team?.Number ?? 0 : cell.Public?.Band switch
    {
        Band.AFew => 2,
        Band.FiveToNine => 5,
        Band.TenOrMore => 10,
        _ => 0,
    };

    private string AreaName(int? number) => number is null ? words["Overall"] : terms.Area(Window.Consultation, number, CurrentLanguage.Of(HttpContext));

    private static int Coded(CoveredArea area) => area.Inputs.Number - area.Uncoded.Number;

    private static string Written(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
