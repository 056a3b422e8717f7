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

    /// <summary>What belongs here, and what does not.</summary>
    public string Definition { get; set; } = string.Empty;

    /// <summary>Whether it may be applied in every focus area.</summary>
    public bool IsCrossCutting { get; set; }
}
