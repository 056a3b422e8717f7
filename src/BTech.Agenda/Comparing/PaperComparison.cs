using BTech.Agenda.Papers;
using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>Two versions of a paper, paragraph by paragraph.</summary>
/// <param name="Old">The older version.</param>
/// <param name="New">The newer version.</param>
/// <param name="Lines">In the newer version's reading order; what was deleted stands after what it followed.</param>
public sealed record PaperComparison(PaperVersion Old, PaperVersion New, IReadOnlyList<ComparedParagraphs> Lines)
{
    /// <summary>Puts two versions side by side.</summary>
    public static PaperComparison Of(PaperVersion old, PaperVersion @new, IReadOnlyList<Correspondence> correspondences)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(correspondences);
        var (olds, news) = (old.Paragraphs.ToDictionary(paragraph => paragraph.Id), @new.Paragraphs.ToDictionary(paragraph => paragraph.Id));
        List<Group> groups = [.. Groups(correspondences).Select(group => new Group(
            [.. Found(group.Select(one => one.Old), olds)], [.. Found(group.Select(one => one.New), news)], group))];
        var inOrder = InOrder([.. groups.Where(group => group is { Old.Count: > 0, New.Count: > 0 }).OrderBy(group => group.New[0].Order)]);
        List<ComparedParagraphs> lines = [.. groups.Where(group => group.New.Count > 0).OrderBy(group => group.New[0].Order).Select(group => Line(group, !inOrder.Contains(group)))];
        // Each deleted one after the last of what stood before it.
        foreach (var group in groups.Where(group => group.New.Count == 0).OrderBy(group => group.Old[0].Order))
        {
            var before = lines.FindLastIndex(line => line.Old.Count > 0 && !line.IsMoved && line.Old[0].Order < group.Old[0].Order);
            lines.Insert(before + 1, Line(group, isMoved: false));
        }
        return new PaperComparison(old, @new, lines);
    }

    /// <summary>What became of the oldest version's paragraphs in the newest of three, by way of the one between.</summary>
    public static IReadOnlyList<Correspondence> Through(IReadOnlyList<Correspondence> first, IReadOnlyList<Correspondence> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var onward = second.Where(step => step.Old is not null).ToLookup(step => step.Old!.Value);
        var found = new List<Correspondence>();
        foreach (var step in first)
        {
            if (step.New is not { } between) found.Add(step);
            else found.AddRange(onward[between].Select(next => new Correspondence(step.Old, next.New, step.Confidence * next.Confidence / 100, step.IsDecided && next.IsDecided, [.. step.Reasons, .. next.Reasons])));
        }
        found.AddRange(second.Where(step => step.Old is null));
        // What came and went in between is in neither; what has one tie left is neither new nor deleted.
        var (tiedOld, tiedNew) = (found.Where(step => step.New is not null).Select(step => step.Old).ToHashSet(), found.Where(step => step.Old is not null).Select(step => step.New).ToHashSet());
        return [.. found.Where(step => (step.Old, step.New) switch
        {
            (null, null) => false,
            (null, _) => !tiedNew.Contains(step.New),
            (_, null) => !tiedOld.Contains(step.Old),
            _ => true,
        }).DistinctBy(step => (step.Old, step.New))];
    }

    private static IEnumerable<Paragraph> Found(IEnumerable<Guid?> ids, Dictionary<Guid, Paragraph> paragraphs) =>
        ids.OfType<Guid>().Distinct().Select(id => paragraphs[id]).OrderBy(paragraph => paragraph.Order);

    private static ComparedParagraphs Line(Group group, bool isMoved)
    {
        var kind = (group.Old.Count, group.New.Count) switch
        {
            (0, _) => ChangeKind.Added,
            (_, 0) => ChangeKind.Deleted,
            (1, 1) when group.Old[0].Text.AgreesWith(group.New[0].Text) => isMoved ? ChangeKind.Moved : ChangeKind.Unchanged,
            (1, 1) => ChangeKind.Reworded,
            (1, _) => ChangeKind.Split,
            (_, 1) => ChangeKind.Merged,
            _ => ChangeKind.Rearranged,
        };
        return new ComparedParagraphs(kind, isMoved && group.Old.Count > 0, group.Old, group.New, group.Steps.Min(step => step.Confidence), group.Steps.Any(step => step.IsDoubtful),
            [.. group.Steps.SelectMany(step => step.Reasons).Where(reason => !reason.IsEmpty).DistinctBy(reason => reason.ToString())]);
    }

    // Whatever hangs together by a paragraph of either version.
    private static IEnumerable<List<Correspondence>> Groups(IReadOnlyList<Correspondence> correspondences)
    {
        var (byOld, byNew) = (correspondences.Where(step => step.Old is not null).ToLookup(step => step.Old), correspondences.Where(step => step.New is not null).ToLookup(step => step.New));
        var taken = new HashSet<Correspondence>(ReferenceEqualityComparer.Instance);
        foreach (var first in correspondences)
        {
            if (!taken.Add(first)) continue;
            var group = new List<Correspondence> { first };
            for (var at = 0; at < group.Count; at++)
                foreach (var near in (group[at].Old is { } old ? byOld[old] : []).Concat(group[at].New is { } @new ? byNew[@new] : []))
                    if (taken.Add(near)) group.Add(near);
            yield return group;
        }
    }

    // The longest row of groups whose old paragraphs rise like their new ones; the others were moved. By patience sorting.
    private static HashSet<Group> InOrder(List<Group> groups)
    {
        var (before, tails) = (new int[groups.Count], new List<int>());
        for (var at = 0; at < groups.Count; at++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var half = (low + high) / 2;
                if (groups[tails[half]].Old[0].Order < groups[at].Old[0].Order) low = half + 1;
                else high = half;
            }
            before[at] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count) tails.Add(at);
            else tails[low] = at;
        }
        var inOrder = new HashSet<Group>(ReferenceEqualityComparer.Instance);
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = before[at]) inOrder.Add(groups[at]);
        return inOrder;
    }

    private sealed record Group(List<Paragraph> Old, List<Paragraph> New, List<Correspondence> Steps);
}
