namespace BTech.Web.Words;

/// <summary>Words of what the second person is asked to let stand in a report, and of what they answer.</summary>
public sealed class Lifts;
