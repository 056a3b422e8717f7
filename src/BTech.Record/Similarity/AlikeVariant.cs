using BTech.Record.Disclosure;
using BTech.Record.Inputs;

namespace BTech.Record.Similarity;

/// <summary>The texts of a group that have the same words.</summary>
/// <param name="InputId">One of them, which stands for all.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Texts">How many have these words.</param>
/// <param name="Imported">How many of these came by another channel.</param>
public sealed record AlikeVariant(Guid InputId, MaskedText Text, string Language, TeamCount Texts, TeamCount Imported);
