namespace BTech.Agenda.Comparing;

/// <summary>What was done to paragraphs from one version to another. The pages that show it own the words.</summary>
public enum ChangeKind
{
    /// <summary>The same text in the same order.</summary>
    Unchanged,

    /// <summary>The same text at another place.</summary>
    Moved,

    /// <summary>Another wording; perhaps at another place too.</summary>
    Reworded,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>Several became one.</summary>
    Merged,

    /// <summary>Several became several others.</summary>
    Rearranged,

    /// <summary>There was none like it.</summary>
    Added,

    /// <summary>There is none like it any more.</summary>
    Deleted,
}
