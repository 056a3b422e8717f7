namespace BTech.People.Invitations;

/// <summary>
/// An organisation of a file that may be one that is known already, written otherwise. Two names for one would count it twice, and a group
/// might carry its name because of three organisations that are two; so a person is asked before anybody is imported.
/// </summary>
/// <param name="Row">First row in which the new name stands.</param>
/// <param name="Written">The new name as written.</param>
/// <param name="Known">The name it may stand for: an organisation's, or an earlier one of the same file.</param>
/// <param name="Sign">What makes them alike.</param>
public sealed record LikelyTwin(int Row, string Written, string Known, TwinSign Sign);

/// <summary>What makes two names look like one organisation, surest first.</summary>
public enum TwinSign
{
    /// <summary>Only punctuation, accents, an article or the legal form differ.</summary>
    Form = 1,

    /// <summary>One is the other's initials.</summary>
    Initials = 2,

    /// <summary>One or two letters differ.</summary>
    Spelling = 3,

    /// <summary>Their people write from the same domain, which is not one where anybody can have an address.</summary>
    Domain = 4,
}
