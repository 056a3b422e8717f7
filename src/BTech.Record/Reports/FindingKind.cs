namespace BTech.Record.Reports;

/// <summary>What the check of a report can find; the first version of the points that make a report as good as the first one. From 21 to 38: what its sentences give away (<c>Disclosure/Linting</c>). From 41 on: what readers of several versions could tell. From 51 on: the form of a report (<c>Reports/Gates</c>). From 71 on: what participants said of its draft (<c>DraftChecks</c>).</summary>
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

    /// <summary>"One participant", chosen or written: the second person must agree to the phrase.</summary>
    SingleVoice = 17,

    /// <summary>A key point rests on imported texts alone: it says of no participant that they said it.</summary>
    ImportsAlone = 18,

    /// <summary>A list in the report holds something that is not released any more, or not in these words: take the lists in again.</summary>
    ListChanged = 19,

    /// <summary>Something that is marked for the annex or released does not stand in the report.</summary>
    ListIncomplete = 20,

    /// <summary>The name of somebody who may have spoken.</summary>
    PersonNamed = 21,

    /// <summary>The name of an organisation that may have spoken.</summary>
    OrganisationNamed = 22,

    /// <summary>An address, a telephone number, a link that is not public anyway, the number of a case.</summary>
    ContactData = 23,

    /// <summary>Words that stand in the same order in a contribution.</summary>
    Verbatim = 24,

    /// <summary>A role or a superlative that fits one alone, or the first person.</summary>
    UniqueRole = 25,

    /// <summary>A group speaks without the numbers that its word needs.</summary>
    GroupWord = 26,

    /// <summary>A word on how many that the wording scale does not have.</summary>
    UnlistedQuantifier = 27,

    /// <summary>The phrase that was chosen does not stand in the sentence.</summary>
    PhraseNotInText = 28,

    /// <summary>The sentence claims more than the phrase that was chosen.</summary>
    PhraseBeyondChoice = 29,

    /// <summary>A speaker told by region, country, sector, language or gender.</summary>
    SpeakersTrait = 30,

    /// <summary>"He" or "she" for a participant.</summary>
    Pronoun = 31,

    /// <summary>A day or a session beside somebody who speaks.</summary>
    DateOrEvent = 32,

    /// <summary>All or none of those who may have spoken.</summary>
    AllOrNone = 33,

    /// <summary>Rare words of one contribution.</summary>
    RareWords = 34,

    /// <summary>Points in the order in which the contributions are stored, or one contribution's points side by side.</summary>
    StoredOrder = 35,

    /// <summary>An offer told of beside what was said.</summary>
    OfferBesideView = 36,

    /// <summary>A passage in quotation marks that the team asked for and that may not be quoted: not answered, refused, taken back, or its text is withdrawn, set aside or hidden.</summary>
    QuotationNotReleased = 37,

    /// <summary>A released quotation beside a group's word, outside a key point, in another language than the report, or a second time.</summary>
    QuotationMisplaced = 38,

    /// <summary>A correction does not say what it corrects.</summary>
    CorrectionNoteMissing = 41,

    /// <summary>A point says something else of how many than the newest earlier version that has it, and fewer than three contributors have changed since that was first told.</summary>
    PhraseChanged = 42,

    /// <summary>A point that no earlier version had rests on fewer than three.</summary>
    PointAppeared = 43,

    /// <summary>A point of an earlier version that can still be read is gone, and it rested on fewer than three.</summary>
    PointVanished = 44,

    /// <summary>A section stands twice or out of its order.</summary>
    SectionOrder = 51,

    /// <summary>A paragraph has more than two key phrases.</summary>
    ManyKeyPhrases = 52,

    /// <summary>Less than 10 or more than 35 per cent of the words are key phrases.</summary>
    BoldShare = 53,

    /// <summary>"Participants noted" opens more than three points of a focus area.</summary>
    NotedTooOften = 54,

    /// <summary>A focus area with three considerations or more has no list.</summary>
    NoList = 55,

    /// <summary>A list has fewer than three or more than six items, or no sentence before it that ends in a colon.</summary>
    ListForm = 56,

    /// <summary>The text on a focus area has fewer than 150 or more than 600 words.</summary>
    SectionLength = 57,

    /// <summary>The text on a focus area is more than two and a half times as long as another's, though not so many more addressed it.</summary>
    SectionsUneven = 58,

    /// <summary>No commitment names the months of the next round, which is planned already.</summary>
    NextWindowDiffers = 59,

    /// <summary>The introduction does not say something that every introduction says.</summary>
    IntroductionLacks = 60,

    /// <summary>A passage that says otherwise is told of nowhere in the section, and nobody has said why.</summary>
    ContraryUntold = 61,

    /// <summary>Nobody has said whether a counter-view was looked for.</summary>
    CounterViewNotLookedFor = 62,

    /// <summary>Coded passages are neither told of in the report nor set aside with a reason.</summary>
    PassagesLeft = 63,

    /// <summary>Where views differed, only one side is told.</summary>
    OneSide = 64,

    /// <summary>Fewer than five of those invited may have said what a point says.</summary>
    FewPossibleSpeakers = 65,

    /// <summary>From the phrase, the seal page and the list of those invited follows how many of a group said it: one number alone, or one or two.</summary>
    GroupsNumberTold = 66,

    /// <summary>Somebody found a view against a point, but no passage that says so stands with it, nor a reason why not.</summary>
    CounterViewWithoutPassage = 67,

    /// <summary>A sentence of the introduction puts the number of contributors in another band than the seal page, or names other groups as present.</summary>
    ParticipationDiffers = 68,

    /// <summary>Somebody who was invited said in the participants' check that they could be recognised by the sentence, and it stands unchanged.</summary>
    Recognised = 71,

    /// <summary>Likewise that it is not what was said.</summary>
    NotWhatWasSaid = 72,
}
