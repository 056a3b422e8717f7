namespace BTech.Web.Words;

/// <summary>Words of the participants' pages.</summary>
public sealed class Participate;
