namespace BTech.Web.Words;

/// <summary>Words of the administrators' page on the list of participants.</summary>
public sealed class Listing;
