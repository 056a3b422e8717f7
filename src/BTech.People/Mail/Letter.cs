namespace BTech.People.Mail;

/// <summary>One mail to one person.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="Name">Name beside the address.</param>
/// <param name="Language">Code of the language it is written in.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
public sealed record Letter(string Address, string Name, string Language, string Subject, string Text, string Html)
{
    /// <summary>Version 4 id; becomes the message id, so that a mail sent twice after a crash is recognised as one.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>From when on it is of no use any more and is thrown away unsent, where the mail server was down for so long.</summary>
    public DateTimeOffset? UselessFrom { get; init; }

    /// <summary>The invitation about which it is, so that administrators learn of a letter that does not arrive; nothing for other letters.</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>Where the reader, or the reader's mail program, ends letters of this kind; nothing for letters that cannot be ended.</summary>
    public Uri? Unsubscribe { get; init; }
}
