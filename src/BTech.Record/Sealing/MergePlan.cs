using BTech.Record.Disclosure;

namespace BTech.Record.Sealing;

/// <summary>
/// Decides which label every contributor carries after the seal, so that no label, including none, is carried by 1 to k − 1
/// contributors, and none stands for fewer than 3 organisations or could be seen through by one delegation that knows its own part.
/// Everybody may know this plan and how many were invited: what a label's presence or absence tells them is part of what it hides.
/// </summary>
internal sealed class MergePlan
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
        var total = sent.Values.Sum();
        var known = groups.Where(group => group.Invited > 0).ToList();
        var labels = known.GroupBy(group => group.Family, StringComparer.Ordinal).SelectMany(family => Named([.. family], sent, k)).ToList();
        // Which name is given up follows from the numbers invited alone, so that it tells nothing of who wrote.
        foreach (var smallest in labels.OrderBy(label => label.Invited).ThenBy(label => label.Name, StringComparer.Ordinal).ToList())
        {
            var unnamed = total - labels.Sum(label => label.Sent);
            var isSomebodyElse = known.Count > labels.Sum(label => label.Groups.Count) || sent.Any(group => group.Value > 0 && known.All(one => one.Label != group.Key));
            if (DisclosureControl.MayStayUnnamed(unnamed, isSomebodyElse, k) && DisclosureControl.LeavesRoom(total, labels.Sum(label => label.Fewest), k)) break;
            labels.Remove(smallest);
        }
        return new MergePlan(
            labels.SelectMany(label => label.Groups.Select(group => (Group: group, label.Name))).ToDictionary(pair => pair.Group, pair => pair.Name, StringComparer.Ordinal),
            labels.ToDictionary(label => label.Name, label => label.Sent, StringComparer.Ordinal),
            total - labels.Sum(label => label.Sent));
    }

    /// <summary>
    /// All groups of a family under their own names, or all under the family's, or none of them: a name beside a nameless rest of its family
    /// would leave that rest to a subtraction. A group from which nobody wrote counts as too small like one from which somebody did.
    /// </summary>
    private static List<Label> Named(List<GroupSize> family, IReadOnlyDictionary<string, int> sent, int k)
    {
        var own = family.ConvertAll(group => new Label(group.Label, [group.Label], sent.GetValueOrDefault(group.Label), group.Invited, group.Reach, k));
        if (own.TrueForAll(label => label.MayBeNamed)) return own;
        var whole = new Label(
            family[0].Family, family.ConvertAll(group => group.Label), own.Sum(label => label.Sent), own.Sum(label => label.Invited), family[0].FamilyReach, k);
        return whole.MayBeNamed ? [whole] : [];
    }

    private sealed record Label(string Name, List<string> Groups, int Sent, int Invited, Reach Reach, int K)
    {
        public bool MayBeNamed => DisclosureControl.MayBeNamed(Sent, Invited, Reach, K);

        public int Fewest => DisclosureControl.FewestToName(Reach, K);
    }
}
