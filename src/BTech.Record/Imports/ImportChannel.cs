namespace BTech.Record.Imports;

/// <summary>By which other channel texts came to the team after the seal.</summary>
public enum ImportChannel
{
    /// <summary>A note that was typed or pasted, or a text file.</summary>
    Note = 1,

    /// <summary>A Word document.</summary>
    Document = 2,

    /// <summary>A table of no program in particular.</summary>
    Table = 3,

    /// <summary>Answers exported from LimeSurvey.</summary>
    LimeSurvey = 4,

    /// <summary>Contributions exported from EUSurvey.</summary>
    EUSurvey = 5,

    /// <summary>Responses exported from Citizen Space.</summary>
    CitizenSpace = 6,

    /// <summary>Responses exported from Qualtrics.</summary>
    Qualtrics = 7,
}
