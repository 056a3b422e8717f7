namespace BTech.Record.Disclosure;

/// <summary>What stands behind one key point now, and what has gone since it was written; what of it the team may see is public.</summary>
public sealed class PointBacking
{
    internal PointBacking(Backing backing) => Backing = backing;

    /// <summary>How many said it.</summary>
    public TeamCount Contributors => DisclosureControl.ForTeam(Backing.Contributors);

    /// <summary>How many addressed the focus area, or wrote at all for a point on several areas.</summary>
    public TeamCount Addressed => DisclosureControl.ForTeam(Backing.Addressed);

    /// <summary>How many said otherwise, as recorded on the point; nothing where nobody did.</summary>
    public TeamCount? Contrary => Backing.Contrary > 0 ? DisclosureControl.ForTeam(Backing.Contrary) : null;

    /// <summary>Excerpts of inputs that were set aside or withdrawn after the point was written; nothing where there are none.</summary>
    public TeamCount? Gone => Lost > 0 ? DisclosureControl.ForTeam(Lost) : null;

    /// <summary>Whether every counter-view under the same themes is recorded on the point; true where there is none.</summary>
    public bool ContraryIsRecorded => Backing.ContraryIsRecorded;

    /// <summary>The phrases that may open it, the strongest first.</summary>
    public IReadOnlyList<Rung> Offered => AttributionLadder.Offered(Backing);

    /// <summary>Imported texts in favour, which add nobody to <see cref="Contributors"/>; nothing where there are none.</summary>
    public TeamCount? FromImports => Imported > 0 ? DisclosureControl.ForTeam(Imported) : null;

    /// <summary>Whether it rests on imported texts alone, so that no phrase about participants may open it.</summary>
    public bool RestsOnImportsAlone => Kept == 0 && Imported > 0;

    /// <summary>The numbers for the ladder.</summary>
    internal Backing Backing { get; }

    /// <summary>Number of excerpts that are set aside or withdrawn.</summary>
    internal int Lost { get; init; }

    /// <summary>Excerpts from another focus area whose theme is not a cross-cutting one.</summary>
    internal int OutsideArea { get; init; }

    /// <summary>Whether it rests only on words given as background.</summary>
    internal bool IsBackgroundOnly { get; init; }

    /// <summary>The contributions in favour, each once.</summary>
    internal IReadOnlyList<Guid> Inputs { get; init; } = [];

    /// <summary>From how many focus areas its excerpts come.</summary>
    internal int Areas { get; init; }

    /// <summary>Excerpts of contributors in favour that are still there.</summary>
    internal int Kept { get; init; }

    /// <summary>Excerpts of imported texts in favour that are still there.</summary>
    internal int Imported { get; init; }
}
