using BTech.Agenda;

namespace BTech.Record.Coding;

/// <summary>A passage of an input, or of its working translation, to which a theme was given. Positions count Unicode code points from 0; the end is exclusive.</summary>
public sealed class CodedExcerpt
{
    /// <summary>Version 4 id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The input.</summary>
    public required Guid InputId { get; init; }

    /// <summary>The theme.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The themes that it carried before each was merged into another, the last one last: what taking a merge back gives back to each.</summary>
    public Guid[] MergedFrom { get; set; } = [];

    /// <summary>Whether the positions are places in the working translation.</summary>
    public bool InTranslation { get; init; }

    /// <summary>First code point. Only a change of the translation moves it, and only with its words.</summary>
    public required int Start { get; set; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; set; }

    /// <summary>For, against or nuance.</summary>
    public Stance Stance { get; set; }

    /// <summary>Its value of the consultation's second dimension, if any.</summary>
    public Guid? DimensionValueId { get; set; }

    /// <summary>The team's own note on it.</summary>
    public string? Memo { get; set; }

    /// <summary>Who coded it.</summary>
    public required StaffId CodedBy { get; init; }

    /// <summary>Whether it belongs to one of two readings that are compared, and to which.</summary>
    public ComparedAs ComparedAs { get; set; }

    /// <summary>
    /// Whether it counts: everything that lists, counts or exports codings meets only those that do. What a second coder gives blind does not until
    /// that person is done with the input; what the first reading says as well never does, so that no passage counts twice; nor does what was
    /// settled against.
    /// </summary>
    public bool Counts { get; set; } = true;

    /// <summary>Whether somebody has settled the dispute that it belongs to.</summary>
    public bool IsSettled { get; set; }
}
