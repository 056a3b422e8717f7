using BTech.Record.Coding;
using BTech.Record.Disclosure;

namespace BTech.Record.SecondCoding;

/// <summary>How far two readings agree on where a theme is.</summary>
/// <param name="Theme">The theme; nothing for all themes together.</param>
/// <param name="Alpha">Krippendorff's alpha (<see cref="Agreement.Alpha{T}"/>); nothing when nothing varies.</param>
/// <param name="Agreeing">The part of the units on which both say the same, from 0 to 1; nothing without units. It takes no account of chance.</param>
/// <param name="Units">How many units were compared.</param>
/// <param name="Both">In how many both readings have it.</param>
/// <param name="FirstOnly">In how many the first one alone.</param>
/// <param name="SecondOnly">In how many the second one alone.</param>
public sealed record ThemeAgreement(Theme? Theme, double? Alpha, double? Agreeing, TeamCount Units, TeamCount Both, TeamCount FirstOnly, TeamCount SecondOnly)
{
    /// <summary>What it allows.</summary>
    public Reliance Reliance => Alpha switch
    {
        null => Reliance.Untold,
        >= 0.8 => Reliance.Reliable,
        // Two thirds, which the source writes with three digits.
        >= 0.667 => Reliance.Tentative,
        _ => Reliance.Unreliable,
    };

    internal static ThemeAgreement Of(Theme? theme, IReadOnlyCollection<(bool First, bool Second)> units)
    {
        var (both, first, second) = (units.Count(unit => unit is (true, true)), units.Count(unit => unit is (true, false)), units.Count(unit => unit is (false, true)));
        return new ThemeAgreement(
            theme, Agreement.Alpha(units.Select(unit => new[] { unit.First, unit.Second })), units.Count > 0 ? (double)(units.Count - first - second) / units.Count : null,
            DisclosureControl.ForTeam(units.Count), DisclosureControl.ForTeam(both), DisclosureControl.ForTeam(first), DisclosureControl.ForTeam(second));
    }
}
