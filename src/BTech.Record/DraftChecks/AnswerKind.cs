namespace BTech.Record.DraftChecks;

/// <summary>What somebody who was invited says of a sentence of the draft.</summary>
public enum AnswerKind
{
    /// <summary>They could be recognised by it. Such a sentence is published unchanged by two persons only.</summary>
    Recognisable = 1,

    /// <summary>It is not what was said.</summary>
    NotWhatWasSaid = 2,

    /// <summary>Something else.</summary>
    Other = 3,
}
