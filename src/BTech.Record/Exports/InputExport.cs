using BTech.Agenda;

namespace BTech.Record.Exports;

/// <summary>
/// A copy of a sealed window's inputs that left the site: who made it, why, and until when it must be deleted. What stands here tells when staff made
/// a file, days after the seal, and nothing about anybody who wrote. Which texts the copy holds stands in <c>exported_part</c>.
/// </summary>
public sealed class InputExport
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>The file's ending: <c>csv</c>, <c>xlsx</c>, <c>json</c>, <c>qdpx</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What it is for, in the team's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who made it.</summary>
    public required StaffId MadeBy { get; init; }

    /// <summary>The second person, who allowed it.</summary>
    public required StaffId AllowedBy { get; init; }

    /// <summary>The day on which it was made (UTC).</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The last day on which a copy may exist.</summary>
    public required DateOnly DeleteBy { get; init; }

    /// <summary>Whether it names groups, where they may be named.</summary>
    public required bool NamesGroups { get; init; }

    /// <summary>Whether it names languages, where they may be named.</summary>
    public required bool NamesLanguages { get; init; }

    /// <summary>Whether the team has said that every copy is deleted.</summary>
    public bool IsDeleted { get; set; }
}
