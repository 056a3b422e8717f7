namespace BTech.Web.Words;

/// <summary>Words of the pages on what came by other channels after the seal.</summary>
public sealed class Imports;
