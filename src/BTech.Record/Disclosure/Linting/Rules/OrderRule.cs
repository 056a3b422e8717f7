using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Linting.Rules;

/// <summary>
/// Two neighbouring points that rest on the same single contribution keep together what one person wrote. Only contributions that the readers can tell apart
/// themselves are compared: whether two of them have the same author is nothing that a check may answer. Five points or more in the order in which the
/// contributions are stored (by random number) would let whoever reads the database go along.
/// </summary>
internal sealed class OrderRule : ILintRule
{
    private const int FewestInOrder = 5;

    public IEnumerable<Finding> Find(LintedReport report)
    {
        foreach (var section in report.Report.Sections)
        {
            var points = report.Texts.Select(one => one.Text).Where(text => text.Place.Section == section && text.Place.Statement is KeyPoint)
                .Select(text => (Text: text, Inputs: report.Claims.InputsBehind((KeyPoint)text.Place.Statement!))).ToList();
            for (var at = 1; at < points.Count; at++)
                if (points[at].Inputs is [var one] && points[at - 1].Inputs is [var before] && one == before) yield return points[at].Text.At(FindingKind.StoredOrder, false);
            var single = points.Where(point => point.Inputs.Count == 1).ToList();
            if (single.Count >= FewestInOrder && single.Zip(single.Skip(1)).All(pair => pair.First.Inputs[0].CompareTo(pair.Second.Inputs[0]) < 0))
                yield return single[^1].Text.At(FindingKind.StoredOrder, false);
        }
    }
}
