namespace BTech.Record.Disclosure;

/// <summary>What everybody may know of a share: the nearest ten per cent. Made by <see cref="DisclosureControl"/> only.</summary>
public sealed record PublicShare
{
    internal PublicShare(int percent) => Percent = percent;

    /// <summary>10 to 90, in tens.</summary>
    public int Percent { get; }
}
