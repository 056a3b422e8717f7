using BTech.Agenda;

namespace BTech.Record.Sealing;

/// <summary>The order to seal a window. Who may give it is checked by the caller, who knows the staff.</summary>
/// <param name="WindowId">The window.</param>
/// <param name="First">One of the two persons who authorised it.</param>
/// <param name="Second">The other one.</param>
/// <param name="AfterClosing">Late-sending minutes and holding time, which must be over.</param>
public sealed record SealRequest(Guid WindowId, StaffId First, StaffId Second, TimeSpan AfterClosing)
{
    /// <summary>The focus area of each numbered paragraph of the window's paper: what was said on a paragraph counts for its area.</summary>
    public IReadOnlyDictionary<int, int> AreaOfParagraph { get; init; } = new Dictionary<int, int>();
}

/// <summary>How far a seal came.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Step">The last step begun, 1 to 9; 0 when none was.</param>
/// <param name="Checks">For failed checks: which.</param>
public sealed record SealOutcome(SealStatus Status, int Step = 0, IReadOnlyList<SealCheck>? Checks = null)
{
    /// <summary>Whether the window is sealed now.</summary>
    public bool IsSealed => Status == SealStatus.Sealed;
}

/// <summary>How a run of the seal ended.</summary>
public enum SealStatus
{
    /// <summary>The window is sealed, now or before.</summary>
    Sealed = 0,

    /// <summary>There are no boxes of this window.</summary>
    NoSuchWindow = 1,

    /// <summary>Writing, late sending or the holding time is not over.</summary>
    NotDue = 2,

    /// <summary>It takes two different persons.</summary>
    OnePersonOnly = 3,

    /// <summary>Fewer than ten people have sent: nothing was opened. The team extends the window, opens those whose authors agree, or destroys all unread.</summary>
    BelowTheFloor = 4,

    /// <summary>A check is red; nothing is lost, and the same order may be given again once it is mended.</summary>
    ChecksFailed = 5,

    /// <summary>Another node is at it, or a mix is: try again.</summary>
    Busy = 6,

    /// <summary>Below the floor, and of those who sent too few agree that theirs is opened all the same: nothing was opened.</summary>
    TooFewAgree = 7,

    /// <summary>The window does not wait below the floor, so there is nothing to decide about it.</summary>
    NotBelowTheFloor = 8,

    /// <summary>No check after the opening is red, so there is nothing to open in spite of.</summary>
    NotRed = 9,

    /// <summary>What is red is what nobody may open in spite of: it can only be mended.</summary>
    NeverInSpite = 10,
}

/// <summary>One check and its result.</summary>
/// <param name="Step">Before (1) or after (8), the act itself (6), or a question that only a rehearsal asks (0).</param>
/// <param name="Name">Which check: a stable English key.</param>
/// <param name="Outcome">Its result.</param>
public sealed record SealCheck(int Step, string Name, CheckOutcome Outcome)
{
    /// <summary>The check that opens every box with the window's key, without looking inside.</summary>
    public const string BoxesAreWhole = "boxes are whole";

    /// <summary>The check that the window's keys are destroyed.</summary>
    public const string KeysAreGone = "keys are gone";

    /// <summary>The check that none of the window's boxes is left.</summary>
    public const string BoxesAreGone = "boxes are gone";

    /// <summary>The act that removes backups, archived logs and log files from before the seal.</summary>
    public const string OldCopiesRemoved = "old copies removed";

    /// <summary>The check that no label, none included, stands for fewer than the smallest group.</summary>
    public const string NoLabelStandsForFew = "no label stands for few";

    /// <summary>
    /// Whether two persons may open the record although this check is red. Never while keys or boxes are left, because the record could still
    /// be joined with its authors, nor while a label names few, because every reader would see through it.
    /// </summary>
    public bool CanBeOpenedInSpite => Step is 6 or 8 && Name is not (KeysAreGone or BoxesAreGone or NoLabelStandsForFew);
}

/// <summary>The result of a check.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Done = 0,

    /// <summary>This server does not let it be done or seen; printed on the seal page.</summary>
    NotPermittedHere = 1,

    /// <summary>Not as it should be.</summary>
    Failed = 2,
}
