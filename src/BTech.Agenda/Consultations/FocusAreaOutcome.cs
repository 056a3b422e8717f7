namespace BTech.Agenda.Consultations;

/// <summary>What became of a change to a consultation's focus areas. Unless it is <see cref="Done"/>, nothing was changed.</summary>
public enum FocusAreaOutcome
{
    /// <summary>It stands.</summary>
    Done = 1,

    /// <summary>There is no such area, or nothing to move it before.</summary>
    NoSuchArea = 2,

    /// <summary>Numbers stand in boxes or inputs, or people are writing.</summary>
    Opened = 3,

    /// <summary>Paragraphs of the paper belong to it.</summary>
    InThePaper = 4,

    /// <summary>It is the only one.</summary>
    Last = 5,

    /// <summary>There are as many as there can be.</summary>
    TooMany = 6,
}
