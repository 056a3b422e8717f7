namespace BTech.Web.Words;

/// <summary>Words of the page on passages that a report does not tell of.</summary>
public sealed class Passages;
