namespace BTech.People.Mail;

/// <summary>
/// That the letters of one mailing to everybody, a group or a language are in the outbox. Written in the same transaction as the letters, so that
/// whoever sends it again, after a crash or on another node, finds it done. It names no one.
/// </summary>
internal sealed class Mailing
{
    /// <summary>The id under which the agenda knows the reminder or the notice.</summary>
    public required Guid Id { get; init; }
}
