using BTech.Record.Disclosure;

namespace BTech.Record.Reports;

/// <summary>What a version tells of one key point, and who stands behind it as far as that can be counted.</summary>
internal sealed record ToldPoint
{
    /// <summary>The point through the versions.</summary>
    public required Guid LineageId { get; init; }

    /// <summary>Its key phrase: a point under a new id that says the same is still that point.</summary>
    public required string KeyPhrase { get; init; }

    /// <summary>The phrases of the wording scale by which it is told, the chosen one and those in its sentence, of groups too.</summary>
    public required IReadOnlySet<string> Rungs { get; init; }

    /// <summary>The phrases in the sentence before its list, which tell of all points of the list together; none where it stands in no list.</summary>
    public IReadOnlySet<string> Opening { get; init; } = new HashSet<string>();

    /// <summary>The bands that were told of it; nothing of a version that is not public yet.</summary>
    public ToldBands? Bands { get; init; }

    /// <summary>The passages in favour on which it rests.</summary>
    public required IReadOnlySet<Guid> Passages { get; init; }

    /// <summary>Contributors who say it. Nobody where the window is frozen, or what they wrote was erased.</summary>
    public required IReadOnlySet<Guid> InFavour { get; init; }

    /// <summary>Contributors who say otherwise, as recorded on the point.</summary>
    public required IReadOnlySet<Guid> Against { get; init; }

    /// <summary>Whether nothing in favour is kept any more: then the point has to go, whoever reads something into it.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether two points are one: the same words, or under the same lineage the same passages for the most part. A lineage alone does not make it so, or any text could take a point's place.</summary>
    public bool IsStill(ToldPoint other) => KeyPhrase.Equals(other.KeyPhrase, StringComparison.OrdinalIgnoreCase) || (LineageId == other.LineageId && RestsOnMuchOf(other));

    /// <summary>Whether two points rest on the same passages for the most part: more than half of those of either.</summary>
    public bool RestsOnMuchOf(ToldPoint other) => Passages.Count(other.Passages.Contains) * 2 > Math.Max(Passages.Count, other.Passages.Count);

    /// <summary>How many contributors came to it, left it or changed sides between two versions.</summary>
    public int ChangedSince(ToldPoint earlier) =>
        InFavour.Except(earlier.InFavour).Concat(earlier.InFavour.Except(InFavour)).Concat(Against.Except(earlier.Against)).Concat(earlier.Against.Except(Against)).Distinct().Count();
}
