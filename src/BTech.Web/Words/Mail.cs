namespace BTech.Web.Words;

/// <summary>Words of the letters.</summary>
public sealed class Mail;
