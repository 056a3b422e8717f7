namespace BTech.Record.Translations;

/// <summary>
/// That the words of an input went to somebody outside to be translated. It stays when the translation is changed or deleted and when the input is
/// withdrawn or erased, as the register of exports does: then all that is left of the input is a random number that refers to nothing.
/// </summary>
public sealed class SentText
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>To what kind of receiver.</summary>
    public required TextJourney WentTo { get; init; }

    /// <summary>To whom, in the team's words.</summary>
    public required string Receiver { get; init; }

    /// <summary>The masks that lay over the words when the translation was first handed in: the words themselves went out before, at a moment that nobody notes.</summary>
    public required Guid[] Masks { get; init; }
}
