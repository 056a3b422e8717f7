namespace BTech.Web.Words;

/// <summary>Words of the page of near duplicates and campaigns.</summary>
public sealed class Alike;
