namespace BTech.Record.Disclosure;

/// <summary>What everybody may know of a number of contributors or inputs. Made by <see cref="DisclosureControl"/> only.</summary>
public sealed record PublicCount
{
    internal PublicCount(Band band) => Band = band;

    /// <summary>The band it lies in.</summary>
    public Band Band { get; }

    /// <summary>The band's name, by which pages find their words for it.</summary>
    public override string ToString() => Band.ToString();
}
