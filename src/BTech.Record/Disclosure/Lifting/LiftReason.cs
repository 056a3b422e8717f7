namespace BTech.Record.Disclosure.Lifting;

/// <summary>Why a second person may let stand what the check stops at. The category alone is told in the published report.</summary>
public enum LiftReason
{
    /// <summary>Everybody knows it already, from public sources.</summary>
    PublicKnowledge = 1,

    /// <summary>The check took the words for something that they do not say.</summary>
    FalseAlarm = 2,

    /// <summary>A term of the scoping paper or of a standard.</summary>
    TermOfThePaper = 3,

    /// <summary>A forum or a body that is spoken about, and does not speak.</summary>
    ForumNotSpeaker = 4,

    /// <summary>Whoever is meant is known to the public by office.</summary>
    PublicByOffice = 5,

    /// <summary>The point matters, and nobody can be recognised by it.</summary>
    NobodyRecognised = 6,

    /// <summary>Another one, told to the second person in the words of the reason.</summary>
    Other = 7,
}
