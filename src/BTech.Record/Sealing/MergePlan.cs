namespace BTech.Record.Sealing;

/// <summary>
/// Decides which label every contributor carries after the seal, so that no label, including none, is carried by 1 to k − 1
/// contributors, and none stands for fewer than 3 organisations or could be seen through by one delegation that knows its own part.
/// </summary>
public sealed class MergePlan
{
    private readonly Dictionary<string, string> _published;

    private MergePlan(Dictionary<string, string> published, IReadOnlyDictionary<string, int> contributors, int unnamed)
    {
        _published = published;
        Contributors = contributors;
        Unnamed = unnamed;
    }

    /// <summary>Contributors per published label.</summary>
    public IReadOnlyDictionary<string, int> Contributors { get; }

    /// <summary>Contributors without a label.</summary>
    public int Unnamed { get; }

    /// <summary>The label that members of a group carry; nothing when they carry none.</summary>
    public string? LabelOf(string group) => _published.GetValueOrDefault(group);

    /// <summary>Makes the plan.</summary>
    /// <param name="groups">The frozen figures of the groups.</param>
    /// <param name="sent">How many of each group have sent; groups without figures carry no label.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static MergePlan For(IReadOnlyCollection<GroupSize> groups, IReadOnlyDictionary<string, int> sent, int k)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(sent);
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var family in groups.Where(group => Sent(group.Label) > 0).GroupBy(group => group.Family, StringComparer.Ordinal))
        {
            var small = family.Where(group => !group.Reach.Hides(Sent(group.Label), k)).ToList();
            // One too small takes the whole family along: "business" beside "companies" would leave the rest to a subtraction.
            if (small.Count > 0 && small[0].FamilyReach.Hides(family.Sum(group => Sent(group.Label)), k))
                foreach (var group in family) published[group.Label] = family.Key;
            else
                foreach (var group in family.Except(small)) published[group.Label] = group.Label;
        }

        var contributors = published.GroupBy(pair => pair.Value, StringComparer.Ordinal)
            .ToDictionary(label => label.Key, label => label.Sum(pair => Sent(pair.Key)), StringComparer.Ordinal);
        var unnamed = sent.Values.Sum() - contributors.Values.Sum();
        while (unnamed > 0 && unnamed < k && contributors.Count > 0)
        {
            var smallest = contributors.OrderBy(label => label.Value).ThenBy(label => label.Key, StringComparer.Ordinal).First();
            unnamed += smallest.Value;
            contributors.Remove(smallest.Key);
            foreach (var group in published.Where(pair => pair.Value == smallest.Key).Select(pair => pair.Key).ToList()) published.Remove(group);
        }
        return new MergePlan(published, contributors, unnamed);

        int Sent(string label) => sent.GetValueOrDefault(label);
    }
}
