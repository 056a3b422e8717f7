using BTech.Record.Disclosure;

namespace BTech.Record.Sealing;

/// <summary>
/// What the merge plan would make of a response, said before anybody is invited: from the numbers invited alone, so that it can say nothing
/// about who has written.
/// </summary>
public sealed class LikelyLabels
{
    private readonly MergePlan? _plan;

    private LikelyLabels(MergePlan? plan) => _plan = plan;

    /// <summary>Whether so many would send that the record is opened at all.</summary>
    public bool IsOpened => _plan is not null;

    /// <summary>The label that members of a group would carry, their own or their family's; nothing when they would carry none.</summary>
    public string? LabelOf(string group) => _plan?.LabelOf(group);

    /// <summary>The labels if the same share of each group sends, rounded down: a plan had better be too careful.</summary>
    /// <param name="percent">How many of a hundred send.</param>
    /// <param name="groups">The groups as they are invited so far.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static LikelyLabels At(int percent, IReadOnlyCollection<GroupSize> groups, int k)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var sent = groups.ToDictionary(group => group.Label, group => group.Invited * percent / 100, StringComparer.Ordinal);
        return new LikelyLabels(sent.Values.Sum() < Seal.Floor ? null : MergePlan.For(groups, sent, k));
    }
}
