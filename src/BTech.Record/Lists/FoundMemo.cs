using BTech.Record.Coding;

namespace BTech.Record.Lists;

/// <summary>A memo of a window in the list of all.</summary>
/// <param name="Memo">What the team noted.</param>
/// <param name="InputId">The input on which it hangs.</param>
/// <param name="Words">The readable words that it is about: a coded passage, or the whole text.</param>
/// <param name="Language">Code of their language.</param>
/// <param name="InTranslation">Whether they are of the working translation.</param>
/// <param name="Coding">The coding with which it was written; nothing for a memo on the input as a whole.</param>
public sealed record FoundMemo(string Memo, Guid InputId, string Words, string Language, bool InTranslation, ReadableExcerpt? Coding);
