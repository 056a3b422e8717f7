namespace BTech.Record.Similarity;

/// <summary>All alike texts of a window.</summary>
/// <param name="Proposed">Found by the machine, decided by nobody: they count each for itself.</param>
/// <param name="Confirmed">One text each, sent by several.</param>
/// <param name="Rejected">Not the same, a person says.</param>
public sealed record AlikeOverview(IReadOnlyList<AlikeProposal> Proposed, IReadOnlyList<AlikeProposal> Confirmed, IReadOnlyList<AlikeProposal> Rejected);
