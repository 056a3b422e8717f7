namespace BTech.Record.Quotations;

/// <summary>The team's question to an author who has shown code and words: whether this passage of the very text may be quoted.</summary>
/// <param name="Id">The question.</param>
/// <param name="Words">The passage.</param>
/// <param name="IsReleased">Whether the author has allowed it, and that was released.</param>
public sealed record PutQuestion(Guid Id, string Words, bool IsReleased);
