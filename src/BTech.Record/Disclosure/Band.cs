namespace BTech.Record.Disclosure;

/// <summary>A number of contributors as told outside the team: never exactly.</summary>
public enum Band
{
    /// <summary>Nobody, or one: nothing is said about it.</summary>
    None = 0,

    /// <summary>2 to 4.</summary>
    AFew = 1,

    /// <summary>5 to 9.</summary>
    FiveToNine = 2,

    /// <summary>10 and more.</summary>
    TenOrMore = 3,
}
