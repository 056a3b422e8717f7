namespace BTech.Record.Boxes;

/// <summary>How an attempt to open a box at the entrance ended.</summary>
public enum UnlockStatus
{
    /// <summary>It is open: the passphrase is right, was set just now, or there is none.</summary>
    Open = 0,

    /// <summary>The box is locked with a passphrase, and none was given.</summary>
    Missing = 1,

    /// <summary>Another passphrase than the one it is locked with.</summary>
    Wrong = 2,

    /// <summary>Chosen for the first time, and the two fields differ: nothing was set.</summary>
    NotTheSame = 3,

    /// <summary>Chosen for the first time, and too short or too long: nothing was set.</summary>
    WrongLength = 4,

    /// <summary>There is no such box, or the window does not take anything any more.</summary>
    NotThere = 5,

    /// <summary>The boxes are being mixed: try again.</summary>
    Busy = 6,
}

/// <summary>The answer at the entrance.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Mark">What an entry must carry from now on to come to the box: see <see cref="BoxContent.PassphraseMark"/>.</param>
public sealed record UnlockResult(UnlockStatus Status, string Mark = "");
