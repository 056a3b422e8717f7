using BTech.Record.Inputs;

namespace BTech.Web.Pages.Moderate;

/// <summary>What the list of an input's numbered sentences needs.</summary>
/// <param name="Input">The input.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Chosen">Numbers of the ticked ones.</param>
public sealed record CodedText(ReadableInput Input, IReadOnlyList<MarkedSentence> Sentences, IReadOnlyCollection<int> Chosen);
