namespace BTech.People.Invitations;

/// <summary>What may be corrected of somebody invited.</summary>
/// <param name="Honorific">"Ms", "Dr"; nothing without one.</param>
/// <param name="Name">Full name.</param>
/// <param name="Role">Title or function.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Language">Code of the language of letters.</param>
public sealed record PersonCorrection(string? Honorific, string Name, string Role, string Email, string Language);

/// <summary>What became of a correction.</summary>
public enum CorrectionOutcome
{
    /// <summary>It stands.</summary>
    Done = 1,

    /// <summary>There is no such invitation any more.</summary>
    Gone = 2,

    /// <summary>Somebody else of one of the same rounds has this address.</summary>
    AddressTaken = 3,

    /// <summary>Somebody made up keeps an address that leads nowhere.</summary>
    MadeUp = 4,
}
