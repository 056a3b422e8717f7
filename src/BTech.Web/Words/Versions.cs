namespace BTech.Web.Words;

/// <summary>Words of the versions of a report: correcting, withdrawing, confirming.</summary>
public sealed class Versions;
