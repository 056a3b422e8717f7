namespace BTech.Team.Passkeys;

/// <summary>How adding, renaming or removing a passkey ended.</summary>
public enum PasskeyOutcome
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>There is no such passkey of this person.</summary>
    NotFound = 2,

    /// <summary>The answer of the browser does not belong to what was asked, came too late or came twice.</summary>
    Refused = 3,

    /// <summary>There are as many as one person may have.</summary>
    TooMany = 4,

    /// <summary>The name is empty or too long.</summary>
    NameWrong = 5,

    /// <summary>Another passkey of this person has this name.</summary>
    NameTaken = 6,

    /// <summary>It is the only second factor, and one is required.</summary>
    LastFactor = 7,
}

/// <summary>How adding a passkey ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="RecoveryCodes">Shown once, when the passkey is the first second factor; else empty.</param>
/// <param name="SessionKey">The key for the cookie of the session that took the place of all others of the person, when it is the first.</param>
public sealed record PasskeyAdded(PasskeyOutcome Outcome, IReadOnlyList<string> RecoveryCodes, string? SessionKey)
{
    internal static PasskeyAdded Not(PasskeyOutcome outcome) => new(outcome, [], null);
}
