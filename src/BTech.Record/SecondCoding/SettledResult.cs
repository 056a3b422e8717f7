namespace BTech.Record.SecondCoding;

/// <summary>What became of settling a dispute, or of taking that back.</summary>
public enum SettledResult
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>There is no such dispute: its input was set aside or withdrawn, or themes were merged so that both now say the same.</summary>
    NotThere = 2,

    /// <summary>Somebody else has settled it or taken that back since it was shown.</summary>
    ChangedMeanwhile = 3,

    /// <summary>A key point rests on a coding that would not count any more.</summary>
    InUse = 4,

    /// <summary>This way of settling it is not offered here.</summary>
    NotOffered = 5,
}
