namespace BTech.Record.Reports.Changes;

/// <summary>What in a report somebody words by hand.</summary>
public enum WordingKind
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its event line.</summary>
    EventLine,

    /// <summary>What a correction says that it corrects.</summary>
    CorrectionNote,

    /// <summary>A section's heading.</summary>
    Heading,

    /// <summary>The sentence that introduces a list.</summary>
    Introduction,

    /// <summary>A statement.</summary>
    Statement,

    /// <summary>When a promise of the host falls due.</summary>
    Due,

    /// <summary>A footnote.</summary>
    Footnote,
}
