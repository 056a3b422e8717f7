using BTech.Agenda;

namespace BTech.Record.Similarity;

/// <summary>What a person decided about texts that the machine found to be nearly the same.</summary>
public sealed class AlikeGroup
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Whether they are one text, sent by several; if not, they are not proposed again.</summary>
    public required bool IsOneText { get; init; }

    /// <summary>Who decided it.</summary>
    public required StaffId DecidedBy { get; init; }
}
