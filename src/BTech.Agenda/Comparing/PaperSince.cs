using BTech.Agenda.Papers;

namespace BTech.Agenda.Comparing;

/// <summary>A scoping paper since the version that people commented on: which versions came after it, and where the paragraphs of each stand in the newest.</summary>
public sealed class PaperSince
{
    private readonly Dictionary<int, Dictionary<int, CarriedAnchor>> _carried = [];

    /// <summary>Of versions that are known already.</summary>
    /// <param name="commented">The version that was commented on; nothing where there was none.</param>
    /// <param name="newer">The versions after it, rising.</param>
    /// <param name="steps">For each of these, what became in it of the paragraphs of the version before.</param>
    public PaperSince(PaperVersion? commented, IReadOnlyList<PaperVersion> newer, IReadOnlyList<IReadOnlyList<Correspondence>> steps)
    {
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(steps);
        (Commented, Newer) = (commented, newer);
        IReadOnlyList<Correspondence>? toNewest = null;
        for (var at = newer.Count - 1; at >= 0; at--)
        {
            toNewest = toNewest is null ? steps[at] : PaperComparison.Through(steps[at], toNewest);
            Comparison = PaperComparison.Of(at == 0 ? commented! : newer[at - 1], newer[^1], toNewest);
            _carried.Add(Comparison.Old.Number, CarriedAnchor.Of(Comparison).ToDictionary(anchor => anchor.Number));
        }
    }

    /// <summary>Where there was no paper to comment on.</summary>
    public static PaperSince Nothing { get; } = new(null, [], []);

    /// <summary>The version that was commented on; nothing where there was none.</summary>
    public PaperVersion? Commented { get; }

    /// <summary>The versions after it, rising.</summary>
    public IReadOnlyList<PaperVersion> Newer { get; }

    /// <summary>The newest of them; nothing where there is none.</summary>
    public PaperVersion? Newest => Newer.Count > 0 ? Newer[^1] : null;

    /// <summary>The version that was commented on beside the newest, by way of all between; nothing where there is none.</summary>
    public PaperComparison? Comparison { get; }

    /// <summary>Whether a version after the one that was commented on has a paragraph with this number.</summary>
    public bool Has(int? version, int paragraph) => Newer.Any(paper => paper.Number == version && paper.Paragraphs.Exists(one => one.Number == paragraph));

    /// <summary>Numbers of the newest version's paragraphs that a paragraph has become, rising; none when its text was deleted, or there was no such paragraph.</summary>
    public IReadOnlyList<int> Now(int version, int paragraph) =>
        version == Newest?.Number ? Has(version, paragraph) ? [paragraph] : [] : AnchorOf(version, paragraph)?.Now ?? [];

    /// <summary>Whether a version that came later has other words in the place of a paragraph, or none: whoever names it says of the paper what is not so any more. Not of a paragraph that there is not (<see cref="Has"/>): its version may have been taken back.</summary>
    public bool IsOvertaken(int version, int paragraph) =>
        Has(version, paragraph) && version != Newest?.Number && AnchorOf(version, paragraph)?.Fate.Kind is not (ChangeKind.Unchanged or ChangeKind.Moved);

    private CarriedAnchor? AnchorOf(int version, int paragraph) => _carried.TryGetValue(version, out var anchors) ? anchors.GetValueOrDefault(paragraph) : null;
}
