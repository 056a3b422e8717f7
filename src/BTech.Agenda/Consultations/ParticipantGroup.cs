using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>
/// A group of participants ("companies"). Groups too small at the seal are merged into their family ("business"),
/// and where that is too small as well, carry no label at all: the consultation's merge plan.
/// </summary>
public sealed class ParticipantGroup
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it belongs to.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Label used in CSV files and boxes: lower-case words joined by hyphens ("companies").</summary>
    public required string Label { get; init; }

    /// <summary>Position in the merge plan, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>Name shown to people, plural ("Companies").</summary>
    public required LocalizedText Name { get; set; }

    /// <summary>The word used before "participants" in a report ("company").</summary>
    public required LocalizedText Adjective { get; set; }

    /// <summary>Label of the family into which it is merged when too small ("business"); a family may have a single group.</summary>
    public required string Family { get; set; }

    /// <summary>The family's name, plural.</summary>
    public required LocalizedText FamilyName { get; set; }

    /// <summary>The family's word before "participants".</summary>
    public required LocalizedText FamilyAdjective { get; set; }
}
