namespace BTech.Record.Similarity;

/// <summary>A passage of a kept input, as the team may read it.</summary>
/// <param name="InputId">Its input.</param>
/// <param name="Language">Code of their language.</param>
/// <param name="Words">Its words; what is masked is not among them.</param>
/// <param name="InTranslation">Whether they are of the working translation.</param>
/// <param name="IsImported">Whether the input came by another channel.</param>
public sealed record QuotedPassage(Guid InputId, string Language, string Words, bool InTranslation = false, bool IsImported = false);
