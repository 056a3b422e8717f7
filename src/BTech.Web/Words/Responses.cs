namespace BTech.Web.Words;

/// <summary>Words of the project team's responses to a report: written, released, and read by the public.</summary>
public sealed class Responses;
