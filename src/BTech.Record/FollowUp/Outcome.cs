using BTech.Record.Quotations;

namespace BTech.Record.FollowUp;

/// <summary>
/// What became of one text, for its author, who has shown code and words: of nobody else's text, without a number, and nothing that the team noted.
/// </summary>
public sealed record Outcome
{
    /// <summary>Whether the author has withdrawn it: then it is used for nothing, and nothing more is told.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The number of the published report on the round; nothing while there is none that can be read.</summary>
    public int? Report { get; init; }

    /// <summary>The team's question whether a passage of this very text may be quoted; nothing where none is put.</summary>
    public PutQuestion? Question { get; init; }

    /// <summary>Language code of that report.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether the public reads what the project team answered to that report.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Names of the themes under which its passages stand.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The report's sentences that rest on it, in reading order. None: it is kept on file, whether it was set aside or not taken up.</summary>
    public IReadOnlyList<OutcomeSentence> Sentences { get; init; } = [];
}
