namespace BTech.Web.Mail;

/// <summary>What stands between the site and its mail server.</summary>
/// <param name="Since">When it first took nothing.</param>
/// <param name="Answer">What it said last, or what became of the connection.</param>
/// <param name="NextTry">When it is asked again.</param>
public sealed record MailServerTrouble(DateTimeOffset Since, string Answer, DateTimeOffset NextTry);

/// <summary>
/// Whether the mail server takes letters, as this node last saw it. One that takes none is asked again after 15 seconds, then later and later, every
/// five minutes at the least; meanwhile letters wait and no page notices.
/// </summary>
public sealed class MailServer(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private TimeSpan _pause = First;

    /// <summary>What is wrong; nothing while all is well.</summary>
    public MailServerTrouble? Trouble { get; private set; }

    /// <summary>Whether it is left alone for now.</summary>
    public bool IsResting => Trouble is { } trouble && time.GetUtcNow() < trouble.NextTry;

    /// <summary>It took a letter, or answered about one.</summary>
    public void Answers() => (Trouble, _pause) = (null, First);

    /// <summary>It took nothing.</summary>
    public void Fails(string answer)
    {
        var now = time.GetUtcNow();
        Trouble = new MailServerTrouble(Trouble?.Since ?? now, answer, now + _pause);
        _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
    }
}
