using BTech.Record.Disclosure;

namespace BTech.Record.Matrix;

/// <summary>
/// Which numbers of a theme may be told by group. Groups divide the theme's contributors, whose total stands in the same line, so a number kept
/// back could be worked out from the others: those kept back are always at least two cells, and at least k contributors together.
/// Source: complementary suppression as in the handbooks on statistical disclosure control, with the thresholds of <see cref="DisclosureControl"/>.
/// </summary>
internal static class GroupCells
{
    /// <summary>The cells of one theme in the order of <paramref name="labels"/>, those without a label last.</summary>
    /// <param name="labels">The labels of the window.</param>
    /// <param name="byLabel">How many contributors under each.</param>
    /// <param name="unlabelled">How many without one.</param>
    /// <param name="delegations">The delegations of the labels.</param>
    /// <param name="k">The smallest number that may share a label.</param>
    public static IReadOnlyList<int?> Of(
        IReadOnlyList<string> labels, IReadOnlyDictionary<string, int> byLabel, int unlabelled, IReadOnlyCollection<Delegations> delegations, int k)
    {
        int[] cells = [.. labels.Select(label => byLabel.GetValueOrDefault(label)), unlabelled];
        var told = Enumerable.Range(0, cells.Length).Where(cell => MayBeTold(cell)).OrderBy(cell => cells[cell]).ThenBy(cell => cell).ToList();
        // None told is always possible: then the total of the line stands alone.
        while (told.Count > 0 && !HidesTheRest()) told.RemoveAt(0);
        return [.. cells.Select((number, cell) => told.Contains(cell) ? number : (int?)null)];

        bool MayBeTold(int cell) => cell == labels.Count
            ? DisclosureControl.MayStayUnnamed(cells[cell], k)
            : DisclosureControl.MayStayUnnamed(cells[cell], k)
                && delegations.FirstOrDefault(one => one.Label == labels[cell]) is { } sizes && DisclosureControl.MaySpeak(sizes, cells[cell]);

        bool HidesTheRest()
        {
            var hidden = Enumerable.Range(0, cells.Length).Except(told).ToList();
            return hidden.Count == 0 || (hidden.Count > 1 && DisclosureControl.MayStayUnnamed(hidden.Sum(cell => cells[cell]), k));
        }
    }
}
