namespace BTech.Record.Coding;

/// <summary>What became of giving themes to passages.</summary>
/// <param name="Result">Done as soon as anything was added.</param>
/// <param name="Added">Ids of the codings that were added, for taking them back.</param>
public sealed record CodedPassages(CodingResult Result, IReadOnlyList<Guid> Added)
{
    internal CodedPassages(CodingResult refused) : this(refused, [])
    {
    }
}
