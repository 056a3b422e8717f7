namespace BTech.Web.Words;

/// <summary>Words of the project team's queue, list of inputs and review.</summary>
public sealed class Reviewing;
