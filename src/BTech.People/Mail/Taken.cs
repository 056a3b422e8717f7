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
}
