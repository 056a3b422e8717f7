namespace BTech.Record.Quotations;

/// <summary>A passage that was asked for in a report's round, as its check needs it.</summary>
/// <param name="InputId">The input.</param>
/// <param name="Hash">By which a sentence is known to carry it.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="MayBeQuoted">Whether its author allows it, and text, round and review do as well.</param>
internal sealed record HeldQuotation(Guid InputId, byte[] Hash, string Language, bool MayBeQuoted);
