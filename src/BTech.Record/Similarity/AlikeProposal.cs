using BTech.Record.Disclosure;

namespace BTech.Record.Similarity;

/// <summary>Texts that are nearly the same: as the machine found them, or as a person decided.</summary>
/// <param name="Key">The group's id; for a proposal the id of one of its texts.</param>
/// <param name="Texts">How many texts.</param>
/// <param name="Contributors">From how many contributors, imported texts left out; nothing once the window is frozen.</param>
/// <param name="Variants">The different wordings, the most frequent first.</param>
/// <param name="More">For a group: alike texts that the machine has found and nobody has put into it yet.</param>
public sealed record AlikeProposal(Guid Key, TeamCount Texts, TeamCount? Contributors, IReadOnlyList<AlikeVariant> Variants, IReadOnlyList<AlikeVariant> More);
