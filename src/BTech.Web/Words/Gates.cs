namespace BTech.Web.Words;

/// <summary>Words of the points at which a report is measured.</summary>
public sealed class Gates;
