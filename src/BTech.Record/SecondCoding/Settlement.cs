namespace BTech.Record.SecondCoding;

/// <summary>How a dispute between two readings is settled.</summary>
public enum Settlement
{
    /// <summary>As the first reading has it.</summary>
    First = 1,

    /// <summary>As the second one has it.</summary>
    Second = 2,

    /// <summary>Both hold; only where they mark different words, because the same words carry a theme once.</summary>
    Both = 3,

    /// <summary>Neither: the theme is not there.</summary>
    Neither = 4,
}
