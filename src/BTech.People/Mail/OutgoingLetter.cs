namespace BTech.People.Mail;

/// <summary>A letter waiting in the outbox. Address and text are protected: a copy of the database holds no working link.</summary>
internal sealed class OutgoingLetter
{
    public required Guid Id { get; init; }

    /// <summary>The window about which it is: with that window's participants' data it is erased, sent or not. Nothing for letters to staff.</summary>
    public required Guid? WindowId { get; init; }

    /// <summary>The letter, encrypted under the site's key ring, which lies outside the database.</summary>
    public required byte[] Protected { get; init; }

    public int Attempts { get; set; }

    /// <summary>Not to be tried before this instant; set after a failed attempt. Fresh letters are due at once and carry no instant.</summary>
    public DateTimeOffset? NotBefore { get; set; }
}
