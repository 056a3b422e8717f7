namespace BTech.Agenda.Papers;

/// <summary>What came of taking back a version of a paper.</summary>
public enum Removal
{
    /// <summary>It is gone.</summary>
    Done,

    /// <summary>A round is held on it, or a newer version was compared with it.</summary>
    InUse,

    /// <summary>It was not there any more.</summary>
    Gone,
}
