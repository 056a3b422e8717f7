namespace BTech.Record.Coding;

/// <summary>
/// A second way in which a consultation's passages are sorted, beside themes: for instance the three pillars of the Guiding Principles. A consultation
/// has one or none; a passage carries one of its values or none.
/// </summary>
public sealed class Dimension
{
    /// <summary>The consultation, and the key.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>What the values are: "Pillar".</summary>
    public required string Name { get; set; }
}
