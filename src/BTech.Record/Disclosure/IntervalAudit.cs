namespace BTech.Record.Disclosure;

/// <summary>
/// What follows from a statement's phrases, the band of the seal page and the list of those invited on how many of each group made it (design:
/// anonymity, 4.2). A group's number is too much told when only one value is possible, or only one and two; all and none of a group are such values too.
/// It holds each statement alone: who made two of them is not modelled, for which the bounds of a group's word stand in.
/// </summary>
/// <remarks>
/// Nothing is enumerated: least and most are sums over the groups. For G groups and W phrases of a statement, each of the G + 1 worlds has at most 2 G units,
/// each looked at in W sums over G groups: O(G³ · W), some thousand additions for a dozen groups.
/// </remarks>
internal static class IntervalAudit
{
    /// <summary>The fewest who must be able to have said what a sentence says.</summary>
    public const int FewestPossibleSpeakers = 5;

    /// <summary>How many may have said it, for all that the phrases tell: the members of the group that speaks, else everybody invited.</summary>
    public static int PossibleSpeakers(IReadOnlyCollection<InvitedGroup> invited, IReadOnlySet<string> rungs) =>
        Words(rungs).Select(word => word.Label).Select(label => invited.Where(group => Carries(group, label)).Sum(group => group.Invited)).Append(invited.Sum(group => group.Invited)).Min();

    /// <summary>The labels, of groups and of families, of which too much is told.</summary>
    /// <param name="invited">Who was invited, group by group.</param>
    /// <param name="told">The band in which the seal page puts the number of contributors.</param>
    /// <param name="rungs">The phrases by which the statement tells how many made it.</param>
    /// <param name="delegations">Of the labels that may speak: the delegations that decide from how many on.</param>
    public static IReadOnlyList<string> Disclosed(IReadOnlyList<InvitedGroup> invited, Band told, IReadOnlySet<string> rungs, IReadOnlyCollection<Delegations> delegations)
    {
        // To somebody of the largest delegation of a group who knows that all of them kept silent, so many fewer may have spoken.
        var worlds = invited.Select((group, index) => invited.Select((one, at) => at == index ? one with { Invited = one.Invited - group.Largest } : one).ToList()).Prepend([.. invited]);
        return [.. worlds.SelectMany(world => DisclosedIn(world, told, rungs, delegations)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Least and most who may have made the statement among some of the groups.</summary>
    public static (int Least, int Most) Range(IReadOnlyList<InvitedGroup> invited, Band told, IReadOnlySet<string> rungs, IReadOnlyCollection<Delegations> delegations, Func<InvitedGroup, bool> isMeant)
    {
        int All(Func<InvitedGroup, bool> which) => invited.Where(which).Sum(group => group.Invited);
        var mine = All(isMeant);
        var fewest = rungs.Select(AttributionLadder.Fewest).DefaultIfEmpty(0).Max();
        var most = rungs.Contains(AttributionLadder.One) ? 1 : Math.Min(Upper(told), All(_ => true));
        var least = fewest - All(group => !isMeant(group));
        foreach (var (label, rung) in Words(rungs))
        {
            var bound = Math.Max(delegations.FirstOrDefault(one => one.Label == label) is { } sizes ? DisclosureControl.FewestBehindAWord(sizes.Largest, sizes.Second) : 1, rung is null ? 1 : AttributionLadder.Fewest(rung));
            // Those of the speaking group that are not meant can be so many at most, and of those meant that do not speak none has to be.
            least = Math.Max(least, bound - All(group => Carries(group, label) && !isMeant(group)));
            most = Math.Min(most, Math.Max(bound, most) - Math.Max(0, bound - All(group => Carries(group, label) && isMeant(group))));
        }
        return (Math.Max(0, least), Math.Min(mine, most));
    }

    private static IEnumerable<string> DisclosedIn(List<InvitedGroup> invited, Band told, IReadOnlySet<string> rungs, IReadOnlyCollection<Delegations> delegations)
    {
        var units = invited.Select(group => (group.Label, IsMeant: (Func<InvitedGroup, bool>)(one => one.Label == group.Label)))
            .Concat(invited.GroupBy(group => group.Family).Where(family => family.Count() > 1).Select(family => (Label: family.Key, IsMeant: (Func<InvitedGroup, bool>)(one => one.Family == family.Key))));
        foreach (var (label, isMeant) in units)
        {
            var size = invited.Where(isMeant).Sum(group => group.Invited);
            if (size == 0) continue;
            var (least, most) = Range(invited, told, rungs, delegations, isMeant);
            // Of a group that is everybody the phrase itself says how many, and that is its own affair unless these are all of them.
            if (size == invited.Sum(group => group.Invited) ? least >= size && !rungs.Contains(AttributionLadder.One) : least >= most || (least >= 1 && most <= 2)) yield return label;
        }
    }

    private static bool Carries(InvitedGroup group, string label) => group.Label == label || group.Family == label;

    private static IEnumerable<(string Label, string? Rung)> Words(IReadOnlySet<string> rungs) => rungs.Select(AttributionLadder.GroupOf).OfType<(string, string?)>();

    private static int Upper(Band told) => told switch { Band.AFew => 4, Band.FiveToNine => 9, Band.TenOrMore => int.MaxValue, _ => 1 };
}
