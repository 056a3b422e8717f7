using BTech.Agenda.Consultations;

namespace BTech.Record.Reports.Gates;

/// <summary>
/// Point 17 and the dissent keeper: for each point somebody says whether a counter-view was looked for, and a passage that says otherwise is told of in the
/// same section, where views differed or in a point of its own, or there is a reason why it is not. Without one of them nothing is published.
/// </summary>
internal sealed class CounterViews : IFormRule
{
    public IEnumerable<Finding> Find(SummaryReport report, Consultation consultation)
    {
        if (report.IsMeeting) yield break;
        foreach (var section in report.Sections.OrderBy(section => section.Order))
        {
            foreach (var views in section.Blocks.Where(block => block.Kind == BlockKind.Views && block.Statements.OfType<KeyPoint>().Count() < 2).OrderBy(block => block.Order))
                yield return new Finding(FindingKind.OneSide, false, section.Id) { BlockId = views.Id };
            var points = section.Blocks.OrderBy(block => block.Order).SelectMany(block => block.Statements.OrderBy(one => one.Order)).OfType<KeyPoint>().ToList();
            var told = points.SelectMany(point => point.Evidence).Where(one => one.Weight != EvidenceWeight.Contrary).Select(one => one.ExcerptId).ToHashSet();
            foreach (var point in points)
            {
                var contrary = point.Evidence.Where(one => one.Weight == EvidenceWeight.Contrary).ToList();
                if (point.ContraryReason is null && contrary.Exists(one => !told.Contains(one.ExcerptId))) yield return new Finding(FindingKind.ContraryUntold, true, section.Id, point.Id);
                else if (contrary.Count == 0 && point.CounterView == CounterView.NotLookedFor) yield return new Finding(FindingKind.CounterViewNotLookedFor, false, section.Id, point.Id);
                // Somebody found one and gave no passage: readers would never hear of it, and nobody could check.
                else if (contrary.Count == 0 && point.CounterView == CounterView.Found && point.ContraryReason is null) yield return new Finding(FindingKind.CounterViewWithoutPassage, true, section.Id, point.Id);
            }
        }
    }
}
