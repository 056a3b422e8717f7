using BTech.Agenda;

namespace BTech.Team.Sessions;

/// <summary>How a password check ended.</summary>
public enum PasswordVerdict
{
    /// <summary>Right.</summary>
    Right = 1,

    /// <summary>Wrong address, wrong password, locked, closed: nobody outside learns which.</summary>
    Refused = 2,

    /// <summary>Too many checks at once: nothing was checked and nothing counted.</summary>
    Busy = 3,

    /// <summary>The password is right, and the code of the second factor is missing or wrong.</summary>
    CodeNeeded = 4,
}

/// <summary>The answer to a password check.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Staff">Who it is, when right.</param>
public sealed record PasswordAnswer(PasswordVerdict Verdict, StaffId Staff)
{
    internal static PasswordAnswer Refused { get; } = new(PasswordVerdict.Refused, default);

    internal static PasswordAnswer Busy { get; } = new(PasswordVerdict.Busy, default);
}
