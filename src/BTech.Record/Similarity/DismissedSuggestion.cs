using BTech.Agenda;

namespace BTech.Record.Similarity;

/// <summary>That a person has looked at a suggestion and decided against it: this passage is not suggested for this theme again. Positions count code points; the end is exclusive.</summary>
public sealed class DismissedSuggestion
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>Whether the passage stands in the working translation.</summary>
    public bool InTranslation { get; init; }

    /// <summary>First code point.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>The theme that it was suggested for.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>Who decided.</summary>
    public required StaffId DismissedBy { get; init; }
}
