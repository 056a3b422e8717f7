namespace BTech.Record.Reports.Gates;

/// <summary>One of the points by which a report is as good as the first one, and what was found at it.</summary>
/// <param name="Number">1 to 20 as they are counted; 21 what its sentences give away besides, 22 what readers of several versions could tell, 23 the team's lists.</param>
/// <param name="State">How the report stands.</param>
/// <param name="Findings">What was found, what blocks first.</param>
public sealed record Gate(int Number, GateState State, IReadOnlyList<Finding> Findings);
