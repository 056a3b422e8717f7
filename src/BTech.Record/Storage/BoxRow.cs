namespace BTech.Record.Storage;

/// <summary>One invitation's box; the tables before the seal are written by plain SQL, these types only describe them to the migration.</summary>
internal sealed class BoxRow
{
    public required Guid WindowId { get; init; }

    public required byte[] Tag { get; init; }

    public required byte[] Box { get; init; }
}

/// <summary>The Record side's own row of a window. The closing instant is the only time on this side of the seal.</summary>
internal sealed class WindowStateRow
{
    public required Guid WindowId { get; init; }

    /// <summary>open, sealing, sealed.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required int BoxBytes { get; init; }

    /// <summary>k.</summary>
    public required int SmallestGroup { get; init; }
}

/// <summary>One step of a window's seal and how it ended.</summary>
internal sealed class SealStepRow
{
    public required Guid WindowId { get; init; }

    public required int Step { get; init; }

    public required string Outcome { get; init; }
}

/// <summary>One check of the seal, as printed on the seal page.</summary>
internal sealed class SealCheckRow
{
    public required Guid WindowId { get; init; }

    public required int Step { get; init; }

    public required string Name { get; init; }

    public required string Outcome { get; init; }
}

/// <summary>Numbers of one group frozen by the census: counts only, never who.</summary>
internal sealed class GroupCensusRow
{
    public required Guid WindowId { get; init; }

    public required string Label { get; init; }

    public required int Position { get; init; }

    public required string Family { get; init; }

    public required int Invited { get; init; }

    public required int Organisations { get; init; }

    public required int LargestDelegation { get; init; }

    public required int SecondDelegation { get; init; }

    public required int FamilyOrganisations { get; init; }

    public required int FamilyLargestDelegation { get; init; }

    public required int FamilySecondDelegation { get; init; }
}

/// <summary>What the public seal page shows: bands and commitments.</summary>
internal sealed class SealPageRow
{
    public required Guid WindowId { get; init; }

    public required string ContributorsBand { get; init; }

    public required string InputsBand { get; init; }

    public required string Labels { get; init; }

    public required byte[] MerkleRoot { get; init; }

    /// <summary>All leaves, dummies among them, sorted, 32 bytes each.</summary>
    public required byte[] Leaves { get; init; }
}
