using BTech.Agenda;

namespace BTech.Team.TwoPersons;

/// <summary>Whether a signature counts.</summary>
public enum SecondPersonVerdict
{
    /// <summary>It does.</summary>
    Confirmed = 1,

    /// <summary>Address or password is wrong, or the account rests after too many tries.</summary>
    NotConfirmed = 2,

    /// <summary>The second person is the first.</summary>
    SamePerson = 3,

    /// <summary>The person holds none of the roles that may sign for this window.</summary>
    WrongRole = 4,

    /// <summary>The code of the second factor is missing or wrong.</summary>
    CodeNeeded = 5,

    /// <summary>Too many checks at once; nothing was counted.</summary>
    Busy = 6,

    /// <summary>The second person wrote some of what is signed.</summary>
    OwnWork = 7,
}

/// <summary>The answer to a signature.</summary>
/// <param name="Verdict">Whether it counts.</param>
/// <param name="Staff">Who signed, when it counts.</param>
public sealed record SecondPersonAnswer(SecondPersonVerdict Verdict, StaffId Staff);
