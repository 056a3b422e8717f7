namespace BTech.Record.Boxes;

/// <summary>How a save ended.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Content">The box as it is now; nothing where it could not be read.</param>
/// <param name="Theirs">On a conflict: what another page has written into the field meanwhile.</param>
public sealed record SaveResult(SaveStatus Status, BoxContent? Content = null, Piece? Theirs = null)
{
    /// <summary>Whether it is stored.</summary>
    public bool IsSaved => Status == SaveStatus.Saved;
}

/// <summary>What happened to a save.</summary>
public enum SaveStatus
{
    /// <summary>Stored, or already stored by the same page.</summary>
    Saved = 0,

    /// <summary>Another page has changed the field since this one was opened; nothing was stored.</summary>
    Conflict = 1,

    /// <summary>The window does not take it any more.</summary>
    Over = 2,

    /// <summary>A text is too long, or the box is full.</summary>
    TooLong = 3,

    /// <summary>The boxes are being mixed for longer than a save waits; the same post may be tried again.</summary>
    Busy = 4,

    /// <summary>There is no such box.</summary>
    NotThere = 5,

    /// <summary>A text holds something that cannot be stored: a NUL or half a character.</summary>
    Unreadable = 6,
}

/// <summary>A box as opened for one request.</summary>
/// <param name="Content">What is in it.</param>
public sealed record OpenedBox(BoxContent Content);
