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
