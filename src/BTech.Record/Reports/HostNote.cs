namespace BTech.Record.Reports;

/// <summary>The project team's own voice. Never counted as input and never resting on evidence.</summary>
public sealed class HostNote : Statement
{
    /// <summary>Whether it promises something.</summary>
    public bool IsCommitment { get; set; }

    /// <summary>When the promise falls due, in words ("between late July and early September 2019").</summary>
    public string? Due { get; set; }
}
