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
        var families = groups.Where(group => group.Invited > 0).GroupBy(group => group.Family, StringComparer.Ordinal).Select(family => new Family([.. family], sent, k))
            .OrderByDescending(family => family.Part.CouldBeNamed).ThenByDescending(family => family.Part.Invited).ThenBy(family => family.Name, StringComparer.Ordinal).ToList();
        var total = sent.Values.Sum();
        var named = DisclosureControl.HasRoomForNames(total)
            ? RowsOfNames.Possible(families.ConvertAll(family => family.Part)).First(length => MayStand(families, length, total, k))
            : 0;
        var labels = families.Take(named).SelectMany(family => family.Labels).ToList();
        return new MergePlan(
            labels.SelectMany(label => label.Groups.Select(group => (Group: group, label.Name))).ToDictionary(pair => pair.Group, pair => pair.Name, StringComparer.Ordinal),
            labels.ToDictionary(label => label.Name, label => label.Sent, StringComparer.Ordinal),
            total - labels.Sum(label => label.Sent));
    }

    private static bool MayStand(List<Family> families, int length, int total, int k)
    {
        var unnamed = total - families.Take(length).Sum(family => family.Sent);
        return families.Take(length).All(family => family.Labels.Count > 0)
            && ((length == families.Count && unnamed == 0) || length == 0 || DisclosureControl.MayStayUnnamed(unnamed, k));
    }

    /// <summary>
    /// All groups of a family under their own names, or all under the family's, or none of them: a name beside a nameless rest of its family
    /// would leave that rest to a subtraction. A group from which nobody wrote counts as too small like one from which somebody did.
    /// </summary>
    private sealed class Family
    {
        public Family(List<GroupSize> groups, IReadOnlyDictionary<string, int> sent, int k)
        {
            (Name, Part) = (groups[0].Family, new InvitedPart(groups.Sum(group => group.Invited), groups[0].FamilyReach, k));
            var own = groups.ConvertAll(group => new Label(group.Label, [group.Label], sent.GetValueOrDefault(group.Label)));
            Sent = own.Sum(label => label.Sent);
            if (groups.Zip(own).All(pair => DisclosureControl.MayBeNamed(pair.Second.Sent, pair.First.Invited, pair.First.Reach, k))) Labels = own;
            else if (DisclosureControl.MayBeNamed(Sent, Part.Invited, Part.Reach, k)) Labels = [new Label(Name, groups.ConvertAll(group => group.Label), Sent)];
        }

        public string Name { get; }

        public InvitedPart Part { get; }

        public int Sent { get; }

        public List<Label> Labels { get; } = [];
    }

    private sealed record Label(string Name, List<string> Groups, int Sent);
}
