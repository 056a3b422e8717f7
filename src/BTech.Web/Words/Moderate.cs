namespace BTech.Web.Words;

/// <summary>Words of the project team's pages.</summary>
public sealed class Moderate;
