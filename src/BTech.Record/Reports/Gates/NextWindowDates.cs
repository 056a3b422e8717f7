using BTech.Agenda.Consultations;
using BTech.Agenda.Windows;
using BTech.Languages;

namespace BTech.Record.Reports.Gates;

/// <summary>
/// Point 13, of dates: where the next round is planned already, one of the commitments names the months in which it opens and closes, and their years. A round
/// that is told of only as "summer" has no dates yet that anybody could promise.
/// </summary>
internal sealed class NextWindowDates : IFormRule
{
    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        if (consultation.Windows.Find(window => window.Id == report.WindowId) is not { } own) yield break;
        if (consultation.Windows.Where(window => window.Number > own.Number).MinBy(window => window.Number) is not { Expected: null } next) yield break;
        if (report.Sections.Find(section => section.Kind == SectionKind.NextSteps) is not { } steps) yield break;
        var promises = steps.Blocks.SelectMany(block => block.Statements).OfType<HostNote>().Where(note => note.IsCommitment).ToList();
        if (promises.Count > 0 && !promises.Exists(note => Names(InlineText.Plain(note.Text) + " " + note.Due, next, Language.Find(report.Language) ?? Language.English)))
            yield return new Finding(FindingKind.NextWindowDiffers, false, steps.Id);
    }

    private static bool Names(string promise, CommentWindow window, Language language)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(window.Zone);
        return new[] { window.OpensAt, window.ClosesAt }.Select(instant => TimeZoneInfo.ConvertTime(instant, zone)).All(day => MonthNames.Says(promise, day.Year, day.Month, language));
    }
}
