using System.Globalization;
using System.Text;

namespace BTech.Adversary.Tests.Gate;

/// <summary>All attacks with their hits and gates, the closest to its gate first.</summary>
internal sealed class Verdict(IEnumerable<VerdictLine> lines)
{
    public IReadOnlyList<VerdictLine> Lines { get; } = [.. lines.OrderByDescending(line => line.IsRed).ThenByDescending(line => line.Hits / (line.Gate + 1))];

    public IReadOnlyList<VerdictLine> Red => [.. Lines.Where(line => line.IsRed)];

    /// <summary>For people: the best of each attacker, then the lines that come closest to their gates.</summary>
    public string Table(int most)
    {
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Lines.Count} attacks, {Red.Count} red\n"));
        foreach (var best in Lines.GroupBy(line => line.Attacker)) table.Append(CultureInfo.InvariantCulture, $"best of {best.Count()}: {best.MaxBy(line => line.Hits - line.Chance)}\n");
        foreach (var line in Lines.Take(most)) table.Append(line).Append('\n');
        return table.ToString();
    }
}
