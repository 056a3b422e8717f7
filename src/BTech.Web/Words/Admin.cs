namespace BTech.Web.Words;

/// <summary>Words of the administrators' pages.</summary>
public sealed class Admin;
