namespace BTech.Record.SecondCoding;

/// <summary>What became of asking somebody for a second reading.</summary>
public enum OpenedReading
{
    /// <summary>It is opened.</summary>
    Done = 1,

    /// <summary>Nothing is left that others have coded, that this person has not, and that nobody reads a second time yet.</summary>
    NothingToDraw = 2,
}
