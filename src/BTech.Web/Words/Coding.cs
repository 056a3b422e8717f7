namespace BTech.Web.Words;

/// <summary>Words of the coding workspace.</summary>
public sealed class Coding;
