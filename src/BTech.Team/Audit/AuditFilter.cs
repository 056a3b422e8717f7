namespace BTech.Team.Audit;

/// <summary>Which lines of the audit are looked for; whatever is left out does not matter.</summary>
/// <param name="Who">Address of the account; empty for the command line and the clock.</param>
/// <param name="About">Words of which one stands in what was done or to what, in any case; none for every line.</param>
/// <param name="From">First moment.</param>
/// <param name="To">The moment after the last.</param>
public sealed record AuditFilter(string? Who = null, IReadOnlyList<string>? About = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
