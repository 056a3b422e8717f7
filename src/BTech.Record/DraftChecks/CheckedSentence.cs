namespace BTech.Record.DraftChecks;

/// <summary>A sentence of a draft as it stood when its check began: what an answer is about, whatever becomes of the sentence.</summary>
internal sealed class CheckedSentence
{
    /// <summary>The version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Its number in the draft, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its words, without markup.</summary>
    public required string Text { get; init; }
}
