namespace BTech.Record.Inputs;

/// <summary>
/// One text after the seal, sealed or imported. Never updated: masks, decisions, withdrawals and codes stand in tables of their own; only retention
/// writes all rows anew. It carries no time and no trace of the order in which texts arrived.
/// </summary>
public sealed class SealedInput
{
    /// <summary>Version 4 id, new at the seal.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; counted by, never shown. Nothing once the window is frozen, and never anybody for an imported text.</summary>
    public Guid? ContributorId { get; init; }

    /// <summary>The window.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Number of the focus area; nothing for an overall comment.</summary>
    public int? FocusAreaNumber { get; init; }

    /// <summary>Number of the paragraph commented on, if one was.</summary>
    public int? ParagraphNumber { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required InputKind Kind { get; init; }

    /// <summary>The words as written, NFC, line ends LF.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the language the author named.</summary>
    public required string Language { get; init; }

    /// <summary>What the author allows.</summary>
    public QuotingPermission Permission { get; init; }

    /// <summary>Leaf of the seal page's Merkle tree: SHA-256(HKDF(R, "salt" ‖ n) ‖ place ‖ NFC text). An imported text was never sealed and has none.</summary>
    public byte[]? Leaf { get; init; }

    /// <summary>The import with which it came from another channel after the seal; nothing for what was sealed.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>For an imported text: the heading or column under which it stood in its source.</summary>
    public string? ImportPart { get; init; }
}
