namespace BTech.Record.Disclosure;

/// <summary>Turns numbers of contributors into bands.</summary>
public static class Bands
{
    /// <summary>The band of a number.</summary>
    public static Band Of(int contributors) => contributors switch
    {
        >= 10 => Band.TenOrMore,
        >= 5 => Band.FiveToNine,
        >= 2 => Band.AFew,
        _ => Band.None,
    };
}
