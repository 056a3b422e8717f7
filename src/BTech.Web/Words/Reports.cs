namespace BTech.Web.Words;

/// <summary>Words around published Summary Reports.</summary>
public sealed class Reports;
