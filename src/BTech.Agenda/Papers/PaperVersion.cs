using BTech.Languages;

namespace BTech.Agenda.Papers;

/// <summary>One version of a consultation's scoping paper. A version never changes once a window on it is open.</summary>
public sealed class PaperVersion
{
    /// <summary>Version 4 id, set by our code.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it belongs to.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>1, 2, 3 …: used in addresses.</summary>
    public required int Number { get; init; }

    /// <summary>Title of the paper in this version.</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>How often people have corrected what changed since the version before; tells two who correct at once apart.</summary>
    public int Corrections { get; set; }

    /// <summary>Its paragraphs in reading order.</summary>
    public List<Paragraph> Paragraphs { get; } = [];
}
