namespace BTech.Record.Reports.Files;

/// <summary>
/// A file of a published version as it was first made: so that whoever keeps a copy can tell that it is the same, bit by bit. It holds no time and
/// nobody's name.
/// </summary>
public sealed class FileRelease
{
    /// <summary>The version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Language code of its text.</summary>
    public required string Language { get; init; }

    /// <summary>Its ending.</summary>
    public required string Format { get; init; }

    /// <summary>SHA-256 of what stands in it. Somebody taken off the list of participants changes it, and then the file is another one, whose numbers take the place of these.</summary>
    public required byte[] Source { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>What made it, with its version.</summary>
    public required string Engine { get; init; }

    /// <summary>Whether the same content came out as other bytes later: for the team to look into.</summary>
    public bool Differs { get; init; }
}
