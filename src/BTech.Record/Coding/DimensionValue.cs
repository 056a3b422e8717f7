namespace BTech.Record.Coding;

/// <summary>One value of a consultation's second dimension.</summary>
public sealed class DimensionValue
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Its name: "Protect".</summary>
    public required string Name { get; set; }

    /// <summary>Place in the list, from 0.</summary>
    public required int Order { get; set; }
}
