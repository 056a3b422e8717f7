namespace BTech.Record.Quotations;

/// <summary>What came of asking for a passage.</summary>
public enum QuotationResult
{
    /// <summary>It is asked for.</summary>
    Done = 0,

    /// <summary>The report or the passage is not there (any more).</summary>
    NotThere = 1,

    /// <summary>The author did not say that they may be asked.</summary>
    MayNotBeAsked = 2,

    /// <summary>The passage stands in a translation or in another language than the report: nobody wrote these words.</summary>
    NotTheAuthorsWords = 3,

    /// <summary>Fewer contributors than a quotation needs.</summary>
    TooFewContributors = 4,

    /// <summary>No words.</summary>
    WordsMissing = 5,

    /// <summary>More words than may be quoted.</summary>
    TooLong = 6,

    /// <summary>These words do not stand in the readable part of the passage, letter by letter, in one sentence.</summary>
    NotInPassage = 7,

    /// <summary>Another text has these words too, and its author is not asked.</summary>
    Shared = 8,

    /// <summary>A passage of this text was asked for already.</summary>
    AskedAlready = 9,
}
