namespace BTech.Team.Audit;

/// <summary>A line of the audit as shown.</summary>
/// <param name="Number">Its place in the chain.</param>
/// <param name="At">When.</param>
/// <param name="Who">The address of the account; nothing for the command line and the clock.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what.</param>
public sealed record AuditLine(long Number, DateTimeOffset At, string? Who, string Action, string? Subject);
