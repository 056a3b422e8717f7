namespace BTech.Agenda.Consultations;

/// <summary>What became of a change to a consultation's groups. Unless it is <see cref="Done"/>, nothing was changed.</summary>
public enum GroupOutcome
{
    /// <summary>It stands.</summary>
    Done = 1,

    /// <summary>There is no such group, or nothing to move it before, or no such family.</summary>
    NoSuchGroup = 2,

    /// <summary>Labels stand in boxes or on seal pages, or people are writing.</summary>
    Opened = 3,

    /// <summary>The label is taken, by a group or a family, or cannot be one.</summary>
    LabelTaken = 4,

    /// <summary>It is the only one.</summary>
    Last = 5,

    /// <summary>There are as many as there can be.</summary>
    TooMany = 6,
}
