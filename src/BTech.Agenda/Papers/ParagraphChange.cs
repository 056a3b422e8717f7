using BTech.Languages;

namespace BTech.Agenda.Papers;

/// <summary>
/// What became of one paragraph from one version of a paper to the next: where a new one comes from, or that it is new, or that an old one was
/// deleted. Proposed with the version, corrected by people. Every paragraph of both versions has at least one.
/// </summary>
public sealed class ParagraphChange
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The newer version.</summary>
    public required Guid PaperVersionId { get; init; }

    /// <summary>The paragraph of the version before; nothing when the other is new.</summary>
    public Guid? OldId { get; init; }

    /// <summary>The newer version's paragraph; nothing when the other was deleted.</summary>
    public Guid? NewId { get; init; }

    /// <summary>From 0 to 100: how sure the proposal is, or 100 once a person has decided.</summary>
    public required int Confidence { get; init; }

    /// <summary>Whether a person has said so.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Why it was changed; often empty.</summary>
    public required LocalizedText Reason { get; init; }
}
