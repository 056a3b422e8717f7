using BTech.Record.Disclosure;

namespace BTech.Record.Reports.Passages;

/// <summary>What became of all coded passages in a version of a report, for the team alone. Everybody else is told a share in tens at most (<see cref="CarriedShare"/>).</summary>
/// <param name="Themes">The same theme by theme.</param>
/// <param name="Told">Passages on which a key point rests, for or against.</param>
/// <param name="SetAside">Passages set aside with a reason.</param>
/// <param name="Left">Passages of which nobody has said anything yet.</param>
public sealed record ReportCoverage(IReadOnlyList<ThemeCoverage> Themes, TeamCount Told, TeamCount SetAside, TeamCount Left);
