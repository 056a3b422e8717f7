using BTech.Record.Disclosure.Lifting;

namespace BTech.Record.Reports;

/// <summary>Something that the check of a report found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsBlocking">Whether it keeps the report from going on.</param>
/// <param name="SectionId">Where: the section.</param>
/// <param name="StatementId">Where: the statement.</param>
/// <param name="Detail">A word of it, where one helps: a missing number, a phrase. Words of the report itself, or of a version of it that can be read, never of what it was compared with.</param>
public sealed record Finding(FindingKind Kind, bool IsBlocking, Guid? SectionId = null, Guid? StatementId = null, string? Detail = null)
{
    /// <summary>Where: the list whose introducing sentence it is.</summary>
    public Guid? BlockId { get; init; }

    /// <summary>Where: the note of a correction.</summary>
    public bool IsCorrectionNote { get; init; }

    /// <summary>Where: number of the footnote.</summary>
    public int? Footnote { get; init; }

    /// <summary>For what a sentence gives away: the sentence, as it stands in the report. Then the pages say what a reader could infer, and what to do.</summary>
    public string? Sentence { get; init; }

    /// <summary>What a lifting by a second person is bound to; nothing where nobody can lift it.</summary>
    public LiftKey? Lift { get; init; }

    /// <summary>What an editor asked of the second person, if anything.</summary>
    public Lifting? Lifting { get; init; }

    /// <summary>Whether it keeps a draft from being handed over: it blocks, and nobody has asked the second person to let it stand.</summary>
    public bool IsOpen => IsBlocking && Lifting is null;

    /// <summary>Whether it keeps a report from being cleared and published: it blocks, and no second person has agreed.</summary>
    public bool IsUnlifted => IsBlocking && Lifting is not { IsAgreed: true };

    /// <summary>For a phrase on how many, or a group's word: key of the rung that is claimed.</summary>
    internal string? Claim { get; init; }

    /// <summary>For a point that is gone: the point through the versions.</summary>
    internal Guid? LineageId { get; init; }
}
