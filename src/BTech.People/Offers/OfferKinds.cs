namespace BTech.People.Offers;

/// <summary>What somebody offers; several may be ticked.</summary>
[Flags]
public enum OfferKinds
{
    /// <summary>Nothing ticked.</summary>
    None = 0,

    /// <summary>To convene together.</summary>
    CoConvene = 1,

    /// <summary>To host.</summary>
    Host = 2,

    /// <summary>Research.</summary>
    Research = 4,

    /// <summary>Resources.</summary>
    Resources = 8,
}

/// <summary>The kinds one by one.</summary>
public static class OfferKindParts
{
    /// <summary>Every kind, in the order in which they are named.</summary>
    public static IReadOnlyList<OfferKinds> All { get; } = [.. Enum.GetValues<OfferKinds>().Where(kind => kind != OfferKinds.None)];

    /// <summary>Those that are ticked.</summary>
    public static IEnumerable<OfferKinds> Parts(this OfferKinds kinds) => All.Where(kind => kinds.HasFlag(kind));
}
