namespace BTech.Agenda.Retention;

/// <summary>That something of a window was erased, and what a search for it found afterwards. It holds no word and no number of what was erased.</summary>
public sealed class Erasure
{
    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>What was erased.</summary>
    public required ErasureKind Kind { get; init; }

    /// <summary>The day on which it was done, or done again.</summary>
    public required DateOnly DoneOn { get; set; }

    /// <summary>What the search came to.</summary>
    public required TraceSearch Search { get; set; }

    /// <summary>Where something was found: names of columns and files, never what stands there.</summary>
    public required string[] Found { get; set; }
}

/// <summary>What a search for traces of what was erased came to.</summary>
public enum TraceSearch
{
    /// <summary>It was made and found nothing.</summary>
    Clean = 1,

    /// <summary>It found something.</summary>
    Found = 2,

    /// <summary>It was not made: the work was cut off between erasing and searching, and what to search for is gone.</summary>
    CutOff = 3,

    /// <summary>There was nothing to search for: what was erased has no words of its own.</summary>
    Wordless = 4,
}
