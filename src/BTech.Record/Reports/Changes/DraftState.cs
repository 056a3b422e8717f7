using BTech.Agenda;

namespace BTech.Record.Reports.Changes;

/// <summary>What a draft says and rests on at one moment, to be compared with a later one.</summary>
internal sealed class DraftState
{
    private readonly Dictionary<(WordingKind, Guid?), Wording> _texts;
    private readonly List<Wording> _inOrder;
    private readonly Dictionary<Guid, string> _points;

    public DraftState(SummaryReport report)
    {
        _inOrder = [.. Wording.Of(report)];
        _texts = _inOrder.ToDictionary(text => (text.Kind, text.Id));
        _points = report.Statements().OfType<KeyPoint>().ToDictionary(point => point.Id, point => point.State);
    }

    /// <summary>What was done between this moment and a later one, in the later one's reading order, removals last.</summary>
    /// <param name="later">The later moment.</param>
    /// <param name="report">The version.</param>
    /// <param name="from">The number of the first of these steps.</param>
    /// <param name="by">Who did it.</param>
    public IEnumerable<DraftChange> Until(DraftState later, Guid report, int from, StaffId by)
    {
        foreach (var text in later._inOrder)
        {
            if (!_texts.TryGetValue((text.Kind, text.Id), out var before)) yield return Change(DraftChangeKind.Added, text, null, text.Text);
            else if (before.Text != text.Text) yield return Change(DraftChangeKind.Reworded, text, before.Text, text.Text);
            else if (text.Kind == WordingKind.Statement && _points.GetValueOrDefault(text.Id!.Value) != later._points.GetValueOrDefault(text.Id.Value)) yield return Change(DraftChangeKind.Rested, text, null, null);
        }
        foreach (var text in _inOrder.Where(text => !later._texts.ContainsKey((text.Kind, text.Id)))) yield return Change(DraftChangeKind.Removed, text, text.Text, null);
        foreach (var section in later._inOrder.Where(text => text.Kind == WordingKind.Heading))
        {
            var (order, orderLater) = (Kept(_inOrder, section.Section, later._texts), Kept(later._inOrder, section.Section, _texts));
            if (!order.SequenceEqual(orderLater)) yield return Change(DraftChangeKind.Reordered, section, null, null);
        }

        DraftChange Change(DraftChangeKind kind, Wording place, string? before, string? after) =>
            new() { ReportId = report, Number = from++, Kind = kind, By = by, Place = place.Kind, PlaceId = place.Id, SectionId = place.Section, Before = before, After = after };
    }

    private static IEnumerable<(WordingKind, Guid?)> Kept(List<Wording> texts, Guid? section, Dictionary<(WordingKind, Guid?), Wording> other) =>
        texts.Where(text => text.Section == section).Select(text => (text.Kind, text.Id)).Where(other.ContainsKey);
}
