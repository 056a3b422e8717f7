namespace BTech.Record.Coding;

/// <summary>
/// A line of the code book's history: what a theme was after one change. Lines are added and never changed. They carry the number of the book's version and
/// neither a time nor a person: the order of the team's own work on its list, which says nothing of anybody who wrote.
/// </summary>
public sealed class ThemeChange
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation whose code book it is.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>The version that the book had after it, from 1. One act that concerns several themes makes one version.</summary>
    public required int Version { get; init; }

    /// <summary>The theme, which may be gone.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>What was done.</summary>
    public required BookAct Act { get; init; }

    /// <summary>The theme into which it was merged, or off which it was split.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means.</summary>
    public required string Definition { get; init; }

    /// <summary>When it is given to a passage.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>When it is not.</summary>
    public required string WhenNot { get; init; }

    /// <summary>An example in the team's own words.</summary>
    public required string Example { get; init; }

    /// <summary>Whether it may be applied in every focus area.</summary>
    public required bool IsCrossCutting { get; init; }

    /// <summary>The broader theme.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Whether the theme is in the list after it.</summary>
    public bool IsThere => Act is not (BookAct.Deleted or BookAct.Merged or BookAct.SplitTakenBack);

    /// <summary>What the team said of the theme.</summary>
    public ThemeWording Wording => new(Name, Definition, WhenToUse, WhenNot, Example, IsCrossCutting, ParentId);
}
