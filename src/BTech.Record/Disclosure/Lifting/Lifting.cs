using BTech.Record.Reports;

namespace BTech.Record.Disclosure.Lifting;

/// <summary>
/// An editor's request that a second person let one finding of a report's check stand, and whether they agreed. Who asked and who agreed is in the
/// audit of the team's side, without these words; here stands neither, nor when.
/// </summary>
public sealed class Lifting
{
    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 20;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The report version.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>What was found.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>SHA-256 of what was found it in, see <see cref="LiftKey"/>: whoever changes that asks anew.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Category of the reason.</summary>
    public required LiftReason Category { get; init; }

    /// <summary>The reason in words, for the second person. Nothing once the round's original texts are erased, for it may repeat what went with them.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether a second person agreed. Goes when somebody joins the editors of the version, who may be the one that did.</summary>
    public bool IsAgreed { get; set; }

    /// <summary>What it is bound to.</summary>
    public LiftKey Key() => new(Kind, Convert.ToHexStringLower(Hash));

    /// <summary>The same request for the next version of the report, whose second person has to agree anew.</summary>
    internal Lifting ForNextVersion(Guid reportId) => new() { ReportId = reportId, Kind = Kind, Hash = Hash, Category = Category, Reason = Reason };
}
