namespace BTech.Record.Quotations;

/// <summary>A passage that was asked for, as the team sees it.</summary>
/// <param name="Id">The question.</param>
/// <param name="InputId">The input.</param>
/// <param name="Words">The passage; nothing when it may not be read any more.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="IsReleased">Whether it may be quoted: the yes was released and nothing has come in between.</param>
public sealed record AskedQuotation(Guid Id, Guid InputId, string? Words, string Language, bool IsReleased);
