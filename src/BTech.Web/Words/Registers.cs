namespace BTech.Web.Words;

/// <summary>Words of the lists that the project team keeps: resources, dilemma cards, questions, memos.</summary>
public sealed class Registers;
