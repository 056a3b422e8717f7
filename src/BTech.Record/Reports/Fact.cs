namespace BTech.Record.Reports;

/// <summary>Neither an input nor the host's opinion: dates, purpose, rule, limits, contact.</summary>
public sealed class Fact : Statement;
