namespace BTech.Record.Reports;

/// <summary>The standard sections of a Summary Report, in their order.</summary>
public enum SectionKind
{
    /// <summary>Dates, host, purpose, groups present, limits, the Rule, contact.</summary>
    Introduction = 1,

    /// <summary>What "some" and "many" mean here.</summary>
    HowToRead = 2,

    /// <summary>Who took part, in bands.</summary>
    Participation = 3,

    /// <summary>What was said about more than one focus area.</summary>
    OverarchingMessages = 4,

    /// <summary>One per focus area.</summary>
    FocusArea = 5,

    /// <summary>Thanks and commitments with dates.</summary>
    NextSteps = 6,

    /// <summary>What we heard, what we changed.</summary>
    ChangesToThePaper = 7,

    /// <summary>Those who agreed to be listed; its lines live in People and are added while rendering.</summary>
    Participants = 8,

    /// <summary>The annex of resources, taken from the register as far as it is marked for it.</summary>
    Resources = 9,

    /// <summary>The dilemma cards that were released, taken from the list.</summary>
    Dilemmas = 10,

    /// <summary>The annex on what a second person let stand; made as the version is published, and never written by hand.</summary>
    DisclosureDecisions = 11,
}
