using BTech.Record.Disclosure;

namespace BTech.Record.Matrix;

/// <summary>A number of contributors in the matrix, for both readers. Where <see cref="IsHidden"/> it is told to neither.</summary>
/// <param name="Team">Exactly, for the project team; nothing where hidden.</param>
/// <param name="Public">In a band, as everybody would be told; nothing where hidden.</param>
public sealed record MatrixCell(TeamCount? Team, PublicCount? Public)
{
    /// <summary>Told to nobody: too few, or others could be worked out from it.</summary>
    public static MatrixCell Hidden { get; } = new(null, null);

    /// <summary>Whether disclosure control keeps the number back from the project team as well.</summary>
    public bool IsHidden => Team is null && Public is null;

    internal static MatrixCell Of(int contributors) => new(DisclosureControl.ForTeam(contributors), DisclosureControl.ForPublic(contributors));
}
