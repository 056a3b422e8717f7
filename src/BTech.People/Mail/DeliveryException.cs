namespace BTech.People.Mail;

/// <summary>Whose fault it is that a letter was not taken.</summary>
public enum DeliveryFault
{
    /// <summary>The mail server's: it cannot be reached, does not let us in or takes nothing from us. No other letter would fare better now.</summary>
    Server = 1,

    /// <summary>This letter's, for now: the server asks to try later, or the line broke.</summary>
    ForNow = 2,

    /// <summary>This letter's, for good: the server refuses the address or the letter.</summary>
    ForGood = 3,
}

/// <summary>A letter was not sent.</summary>
/// <param name="fault">Whose fault it is.</param>
/// <param name="answer">What the server said, in one line.</param>
/// <param name="cause">What went wrong.</param>
public sealed class DeliveryException(DeliveryFault fault, string answer, Exception? cause = null) : Exception(answer, cause)
{
    /// <summary>More of a server's answer is not kept.</summary>
    public const int LongestAnswer = 300;

    /// <summary>Whose fault it is.</summary>
    public DeliveryFault Fault => fault;

    /// <summary>What the server said, in one line without control characters, of at most <see cref="LongestAnswer"/> characters.</summary>
    public string Answer { get; } = Line(answer);

    private static string Line(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var line = string.Join(' ', new string([.. answer.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character)])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestAnswer ? line : line[..LongestAnswer];
    }
}
