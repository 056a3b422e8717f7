using BTech.Languages;

namespace BTech.Agenda.Comparing;

/// <summary>What a person decided about one paragraph: a newer one and where it comes from, or an older one and what it became.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="IsNewer">Whether it is one of the newer version.</param>
/// <param name="Others">Its counterparts in the other version; none when it is new, or was deleted.</param>
/// <param name="Reason">Why it was changed; may be empty.</param>
public sealed record Decision(Guid Paragraph, bool IsNewer, IReadOnlyList<Guid> Others, LocalizedText Reason)
{
    /// <summary>Below <see cref="Correspondence.Sure"/>: whatever lost its counterpart by a decision about another paragraph is shown to a person.</summary>
    private const int LeftBehind = 50;

    /// <summary>
    /// The correspondences with these decisions in the place of what was said about their paragraphs before. No paragraph is lost: one that lost its
    /// counterpart is new or deleted, and doubtful.
    /// </summary>
    public static IReadOnlyList<Correspondence> Apply(IReadOnlyList<Correspondence> correspondences, IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(correspondences);
        ArgumentNullException.ThrowIfNull(decisions);
        var (newer, older) = (decisions.Where(one => one.IsNewer).Select(one => one.Paragraph).ToHashSet(), decisions.Where(one => !one.IsNewer).Select(one => one.Paragraph).ToHashSet());
        var ties = correspondences.Where(step => step is { Old: not null, New: not null } && !newer.Contains(step.New.Value) && !older.Contains(step.Old.Value)).ToList();
        foreach (var (paragraph, isNewer, others, reason) in decisions)
            foreach (var other in others.Distinct())
            {
                var (old, @new) = isNewer ? (other, paragraph) : (paragraph, other);
                // Said twice, once from either side: the later reason counts, unless it is none.
                var before = ties.FindIndex(step => step.Old == old && step.New == @new);
                var reasons = !reason.IsEmpty ? [reason] : before >= 0 ? ties[before].Reasons : [];
                if (before >= 0) ties.RemoveAt(before);
                ties.Add(new Correspondence(old, @new, 100, true, reasons));
            }
        var (tiedOld, tiedNew) = (ties.Select(step => step.Old!.Value).ToHashSet(), ties.Select(step => step.New!.Value).ToHashSet());
        var reasonOf = decisions.Where(one => one.Others.Count == 0).GroupBy(one => one.Paragraph).ToDictionary(same => same.Key, same => same.Last().Reason);
        var alone = correspondences.Where(step => step.Old is null || step.New is null).ToDictionary(step => (step.Old ?? step.New)!.Value);
        var result = new List<Correspondence>(ties);
        foreach (var old in correspondences.Select(step => step.Old).OfType<Guid>().Distinct().Where(old => !tiedOld.Contains(old))) result.Add(Alone(old, null, old));
        foreach (var @new in correspondences.Select(step => step.New).OfType<Guid>().Distinct().Where(@new => !tiedNew.Contains(@new))) result.Add(Alone(null, @new, @new));
        return result;

        Correspondence Alone(Guid? old, Guid? @new, Guid id) =>
            reasonOf.TryGetValue(id, out var reason) ? new Correspondence(old, @new, 100, true, reason.IsEmpty ? [] : [reason])
            : alone.GetValueOrDefault(id) ?? new Correspondence(old, @new, LeftBehind, false, []);
    }
}
