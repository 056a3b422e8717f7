namespace BTech.Record.Quotations;

/// <summary>
/// A passage that the team would like to quote: its place in one sealed text and its fingerprint, without who asked, when, or whom. The author's answer comes by
/// follow-up code alone. Of a no nothing stays: it reads like no answer, so that the team does not learn who has come back.
/// </summary>
public sealed class Quotation
{
    /// <summary>Version 4 id, new at each asking: an answer to an earlier question is none to a later one.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>First code point of the passage. Positions move when words before it are erased.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary><see cref="QuotedWords.Hash"/> of the passage, by which a sentence of a report is known to carry exactly it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whether the author's yes was released.</summary>
    public bool IsReleased { get; init; }
}
