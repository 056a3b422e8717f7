namespace BTech.Web.Words;

/// <summary>Words about what is kept how long and what is erased: on the administrators' page and for participants.</summary>
public sealed class Retention;
