namespace BTech.Record.Coding;

/// <summary>One entry of a consultation's code book.</summary>
public sealed class Theme
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Broader theme, if it has one.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Name, unique within the consultation.</summary>
    public required string Name { get; set; }

    /// <summary>What it means.</summary>
    public string Definition { get; set; } = string.Empty;

    /// <summary>When it is given to a passage.</summary>
    public string WhenToUse { get; set; } = string.Empty;

    /// <summary>When it is not, and what is given instead.</summary>
    public string WhenNot { get; set; } = string.Empty;

    /// <summary>An example in the team's own words, never a passage that somebody wrote.</summary>
    public string Example { get; set; } = string.Empty;

    /// <summary>Whether it may be applied in every focus area.</summary>
    public bool IsCrossCutting { get; set; }

    /// <summary>The theme into which this one was merged; such a one is in no list any more and only waits for being taken back.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The theme off which this one was split, so that it can be taken back.</summary>
    public Guid? SplitFromId { get; set; }

    /// <summary>What the team says of it.</summary>
    public ThemeWording Wording => new(Name, Definition, WhenToUse, WhenNot, Example, IsCrossCutting, ParentId);
}
