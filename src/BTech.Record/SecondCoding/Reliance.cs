namespace BTech.Record.SecondCoding;

/// <summary>
/// What an alpha allows, after K. Krippendorff, "Content Analysis: An Introduction to Its Methodology" (2nd edition, 2004), chapter 11, p. 241: rely on
/// variables from 0.800, draw tentative conclusions from 0.667, on less nothing.
/// </summary>
public enum Reliance
{
    /// <summary>It cannot be told: there is nothing to compare, or nothing varies.</summary>
    Untold = 0,

    /// <summary>Below 0.667: the two do not mean the same by the theme.</summary>
    Unreliable = 1,

    /// <summary>From 0.667, below 0.800: for tentative conclusions only.</summary>
    Tentative = 2,

    /// <summary>From 0.800.</summary>
    Reliable = 3,
}
