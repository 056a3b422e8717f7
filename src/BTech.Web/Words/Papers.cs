namespace BTech.Web.Words;

/// <summary>Words of the pages on which administrators bring in the scoping paper.</summary>
public sealed class Papers;
