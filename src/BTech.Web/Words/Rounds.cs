namespace BTech.Web.Words;

/// <summary>Words on how rounds follow each other: announced roughly, made like an earlier one, supplemented, and what comes when.</summary>
public sealed class Rounds;
