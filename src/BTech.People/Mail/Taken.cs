namespace BTech.People.Mail;

/// <summary>What came of taking a letter from the outbox.</summary>
public enum Taken
{
    /// <summary>No letter is due.</summary>
    Nothing = 0,

    /// <summary>One was sent and forgotten.</summary>
    Sent = 1,

    /// <summary>One could not be sent and waits for another attempt.</summary>
    Failed = 2,

    /// <summary>One had waited until it was of no use any more, and was forgotten unsent.</summary>
    TooLate = 3,

    /// <summary>The mail server refused it for good; it was forgotten, and what the server said was kept with the invitation.</summary>
    Refused = 4,

    /// <summary>The mail server takes no letters now, whichever it is. The letter was not counted as tried.</summary>
    ServerDown = 5,
}
