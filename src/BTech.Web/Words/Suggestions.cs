namespace BTech.Web.Words;

/// <summary>Words of the page of suggested passages.</summary>
public sealed class Suggestions;
