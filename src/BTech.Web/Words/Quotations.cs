namespace BTech.Web.Words;

/// <summary>Words of the page on passages that the team would like to quote.</summary>
public sealed class Quotations;
