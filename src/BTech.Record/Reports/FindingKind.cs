namespace BTech.Record.Reports;

/// <summary>What the check of a report can find; the first version of the points that make a report as good as the first one.</summary>
public enum FindingKind
{
    /// <summary>A standard section is missing.</summary>
    SectionMissing = 1,

    /// <summary>A section says nothing.</summary>
    SectionEmpty = 2,

    /// <summary>A key point has not exactly one key phrase of 2 to 40 words, in Chinese 3 to 80 characters.</summary>
    KeyPhrase = 3,

    /// <summary>A key point rests on nothing that may be used.</summary>
    EvidenceMissing = 4,

    /// <summary>Part of what a key point rests on was set aside or withdrawn: nothing is published before somebody has looked at the point again and saved it without.</summary>
    EvidenceLost = 5,

    /// <summary>A key point rests on an excerpt of another focus area.</summary>
    EvidenceOutsideArea = 6,

    /// <summary>A key point rests on words given as background only.</summary>
    BackgroundOnly = 7,

    /// <summary>No wording was chosen for a key point.</summary>
    WordingMissing = 8,

    /// <summary>The chosen wording claims more than the contributors behind the point now allow.</summary>
    WordingTooStrong = 9,

    /// <summary>The text uses a phrase of the wording scale that does not hold.</summary>
    PhraseInText = 10,

    /// <summary>A note of the host does not begin with the host's label.</summary>
    HostLabelMissing = 11,

    /// <summary>A key point begins with the host's label.</summary>
    HostLabelOnPoint = 12,

    /// <summary>A footnote nobody refers to, or a reference without a footnote.</summary>
    Footnote = 13,

    /// <summary>A focus area has fewer than two key points.</summary>
    FewKeyPoints = 14,

    /// <summary>An overarching message rests on one focus area only.</summary>
    OneAreaOnly = 15,

    /// <summary>Next steps hold no commitment with a date or period.</summary>
    NoCommitment = 16,

    /// <summary>A single voice: the second person must agree to the phrase.</summary>
    SingleVoice = 17,

    /// <summary>A key point rests on imported texts alone: it says of no participant that they said it.</summary>
    ImportsAlone = 18,

    /// <summary>A list in the report holds something that is not released any more, or not in these words: take the lists in again.</summary>
    ListChanged = 19,

    /// <summary>Something that is marked for the annex or released does not stand in the report.</summary>
    ListIncomplete = 20,

    /// <summary>A correction does not say what it corrects.</summary>
    CorrectionNoteMissing = 41,

    /// <summary>A point says something else of how many than the version before, and fewer than three contributors have changed.</summary>
    PhraseChanged = 42,

    /// <summary>A point that the version before did not have rests on fewer than three.</summary>
    PointAppeared = 43,

    /// <summary>A point of the version before is gone that rested on fewer than three.</summary>
    PointVanished = 44,
}
