namespace BTech.Record.Disclosure;

/// <summary>
/// Complementary disclosure: how many parts may be named beside a nameless rest. Names are given in a fixed order that follows from the numbers
/// invited, as far as all of them hold, so that a name which is missing says little about any part: some part up to the next possible row is
/// too small, and nobody can tell which. A row of names is possible only if none of the parts that it leaves out is given away by that.
/// </summary>
internal static class RowsOfNames
{
    /// <summary>The possible numbers of names, most first; none at all is always possible.</summary>
    /// <param name="parts">All parts in the order in which they are named; those that could never be named last.</param>
    public static IReadOnlyList<int> Possible(IReadOnlyList<InvitedPart> parts)
    {
        var possible = new List<int>();
        for (var length = parts.TakeWhile(part => part.CouldBeNamed).Count(); length > 0; length--)
            if (HidesTheRest(parts, length, possible.Count > 0 ? possible[^1] : null)) possible.Add(length);
        return [.. possible, 0];
    }

    /// <summary>
    /// Whether each part left out may have kept silent altogether, and each two organisations with it: the others are then enough to be at least
    /// k, although one that should have stood in the next longer row is too small.
    /// </summary>
    private static bool HidesTheRest(IReadOnlyList<InvitedPart> parts, int length, int? next)
    {
        for (var silent = length; silent < parts.Count; silent++)
        {
            var others = Enumerable.Range(length, parts.Count - length).Where(index => index != silent).Select(index => (Index: index, Part: parts[index])).ToList();
            var room = others.Sum(other => other.Part.Invited - other.Part.InTwoDelegations);
            // A silent one in the next row explains by itself why that row does not stand; else some other must be too small for it.
            if (next is { } longer && silent >= longer)
                room -= others.Where(other => other.Index < longer).Min(other => other.Part.Invited - other.Part.MostWithoutName);
            if (!DisclosureControl.MayStayUnnamed(room, parts[silent].K)) return false;
        }
        return true;
    }
}
