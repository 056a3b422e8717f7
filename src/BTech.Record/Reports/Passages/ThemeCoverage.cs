using BTech.Record.Coding;
using BTech.Record.Disclosure;

namespace BTech.Record.Reports.Passages;

/// <summary>What became of the passages under one theme in a version of a report, for the team alone.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Told">Passages on which a key point rests, for or against.</param>
/// <param name="SetAside">Passages set aside with a reason.</param>
/// <param name="Left">Passages of which nobody has said anything yet.</param>
public sealed record ThemeCoverage(Theme Theme, TeamCount Told, TeamCount SetAside, TeamCount Left)
{
    /// <summary>Whether every passage is accounted for.</summary>
    public bool IsWhole => Left.Number == 0;
}
