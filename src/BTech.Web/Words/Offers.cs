namespace BTech.Web.Words;

/// <summary>Words of the pages on which offers are followed up.</summary>
public sealed class Offers;
