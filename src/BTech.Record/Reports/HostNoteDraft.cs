namespace BTech.Record.Reports;

/// <summary>A note of the host as its editor hands it in.</summary>
/// <param name="Text">Inline text beginning with the host's label.</param>
/// <param name="IsCommitment">Whether it promises something.</param>
/// <param name="Due">When that falls due, in words.</param>
public sealed record HostNoteDraft(string? Text, bool IsCommitment = false, string? Due = null)
{
    internal string? DueOrNothing => IsCommitment && !string.IsNullOrWhiteSpace(Due) ? Due.Trim() : null;
}
