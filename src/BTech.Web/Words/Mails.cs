namespace BTech.Web.Words;

/// <summary>Marks the words of the administrators' pages about mail.</summary>
public sealed class Mails;
