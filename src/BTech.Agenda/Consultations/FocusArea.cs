using BTech.Languages;

namespace BTech.Agenda.Consultations;

/// <summary>One of the few subjects of the scoping paper on which comments are asked.</summary>
public sealed class FocusArea
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it belongs to.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>1, 2, 3 …: stable, used in addresses and inside boxes.</summary>
    public required int Number { get; set; }

    /// <summary>Full title.</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>Short title for lists and charts.</summary>
    public required LocalizedText ShortTitle { get; set; }

    /// <summary>Guiding questions shown beside the text box; one per line.</summary>
    public required LocalizedText Questions { get; set; }

    /// <summary>Whom the outcome on it is for ("States and companies"); empty where nobody has said.</summary>
    public LocalizedText Audience { get; set; } = LocalizedText.Empty;

    /// <summary>What is to come of it ("guidance on due diligence"); empty where nobody has said.</summary>
    public LocalizedText Deliverable { get; set; } = LocalizedText.Empty;

    /// <summary>Whether it cuts across the other areas, so that its themes may be applied in all of them.</summary>
    public bool IsCrossCutting { get; set; }
}
