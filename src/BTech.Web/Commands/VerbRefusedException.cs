namespace BTech.Web.Commands;

/// <summary>A verb cannot do what it was asked; the message says why, in one sentence for the person at the keyboard.</summary>
public sealed class VerbRefusedException(string reason) : Exception(reason);
