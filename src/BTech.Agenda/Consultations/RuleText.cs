using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>
/// What those who run a consultation add to the promise, in one version. The promise itself is the product's: it says what the product does,
/// and nobody can change it. Versions are kept, because a box says which one was accepted.
/// </summary>
public sealed class RuleText
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>From 2: the first version of every consultation is the promise alone.</summary>
    public required int Version { get; init; }

    /// <summary>The words, paragraphs on lines of their own; empty where the promise stands alone again.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
