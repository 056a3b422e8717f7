namespace BTech.Web.Words;

/// <summary>Words of second coders: their tasks, how far two readings agree, and what is settled.</summary>
public sealed class SecondCoding;
