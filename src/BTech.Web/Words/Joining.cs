namespace BTech.Web.Words;

/// <summary>Marks the words of asking to take part, of asking for a lost link and of ending reminders.</summary>
public sealed class Joining;
